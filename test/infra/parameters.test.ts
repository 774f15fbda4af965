import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadParameters, readParameters } from '../../infra/aws/parameters.ts';
import { cost, dollars, prices } from '../../infra/aws/prices.ts';
import { projectRoot } from '../../infra/aws/stack.ts';

const given = { 'wayfare:mailDomain': 'mail.example.no' };

describe('the installation’s parameters', () => {
  it('have sensible defaults', () => {
    expect(readParameters(given)).toEqual({
      prefix: 'wayfare',
      region: 'eu-north-1',
      mailDomain: 'mail.example.no',
      mailFrom: 'grants@mail.example.no',
      logDays: 90,
    });
  });

  it('take numbers from the command line, where everything is text', () => {
    expect(readParameters({ ...given, 'wayfare:logDays': '365' }).logDays).toBe(365);
  });

  it('leave the CDK’s own context alone', () => {
    expect(() => readParameters({ ...given, '@aws-cdk/core:newStyleStackSynthesis': true })).not.toThrow();
  });

  it.each([
    ['a misspelt name', { 'wayfare:alarmMial': 'a@b.no' }, 'alarmMial'],
    ['a retention that CloudWatch does not have', { 'wayfare:logDays': '91' }, 'logDays'],
    ['an address without https', { 'wayfare:baseUrl': 'http://example.no' }, 'baseUrl'],
    ['a mail domain that is none', { 'wayfare:mailDomain': 'not a domain' }, 'mailDomain'],
  ])('are refused by name: %s', (_name, wrong, said) => {
    expect(() => readParameters({ ...given, ...wrong })).toThrow(BadParameters);
    expect(() => readParameters({ ...given, ...wrong })).toThrow(said);
  });
});

describe('prices', () => {
  // The formatter aligns the table; only its words count.
  const readme = readFileSync(join(projectRoot, 'infra/aws/README.md'), 'utf8').replaceAll(/ +/g, ' ');

  it.each(Object.values(prices))('$unit: the README says the same', ({ unit, stated, source, date, assumed }) => {
    expect(readme).toContain(`| ${unit} | ${stated} | <${source}>, ${date}${assumed ? ', _assumed_' : ''} |`);
  });

  it.each([
    ['1 000 state transitions', { stateTransition: 1000 }, '$0.025000'],
    ['a million requests', { lambdaRequest: 1_000_000 }, '$0.200000'],
    ['ten mails and a write', { mail: 10, writeUnit: 1 }, '$0.001001'],
  ])('%s', (_name, units, expected) => {
    expect(dollars(cost(units))).toBe(expected);
  });
});
