import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileRules, isCompiled, loadCompiled } from '../../shared/rulebook/compiled.ts';
import { loadRulebook, rulebookSource } from '../../shared/rulebook/loader.ts';
import { temporaryFolder } from '../local/fixtures.ts';

const folder = join(temporaryFolder(), 'rules');
const yaml = loadRulebook();

beforeAll(() => {
  mkdirSync(folder);
  for (const [name, text] of compileRules(rulebookSource())) writeFileSync(join(folder, name), text);
});

describe('compiled rules', () => {
  it('are the rules of the YAML, whichever institution, activity and call', () => {
    const compiled = loadCompiled(folder);
    expect(compiled.version).toBe(yaml.version);
    expect(compiled.institutions()).toEqual(yaml.institutions());
    for (const { id, activities, calls } of yaml.institutions()) {
      for (const activity of activities) {
        for (const { call } of calls) {
          const query = { institution: id, call, activity, hostCountry: 'SE', on: `${call}-09-01` } as const;
          expect(compiled.terms(query)).toEqual(yaml.terms(query));
        }
      }
    }
  });

  it('refuse an institution that is not there by naming those that are', () => {
    const query = {
      institution: 'xyz',
      call: '2025',
      activity: 'HE-SMS',
      hostCountry: 'SE',
      on: '2025-09-01',
    } as const;
    expect(() => loadCompiled(folder).terms(query)).toThrow('There is no institution "xyz" in the rulebook; there are');
    expect(loadCompiled(folder).institution('../programme')).toBeUndefined();
  });

  it('are told from a folder of YAML', () => {
    expect(isCompiled(folder)).toBe(true);
    expect(isCompiled(join(import.meta.dirname, '../../shared/rulebook'))).toBe(false);
  });
});
