import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { quote } from '../../infra/cli/quote.ts';

interface Golden {
  readonly defaults: object;
  readonly cases: readonly { readonly name: string; readonly given: object; readonly expect: object }[];
}

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

async function answer(input: object): Promise<unknown> {
  let printed = '';
  const io = {
    stdin: (async function* () {
      yield JSON.stringify(input);
    })(),
    stdout: { write: (text: string) => (printed += text) },
    stderr: { write: () => undefined },
  };
  await quote(['-'], io);
  return JSON.parse(printed);
}

for (const file of files) {
  describe(file, () => {
    const { defaults, cases }: Golden = parse(readFileSync(new URL(file, folder), 'utf8'));

    it.each(cases.map((golden) => [golden.name, golden] as const))('%s', async (name, golden) => {
      const printed = await answer({ id: name, ...defaults, ...golden.given });
      expect(printed).toMatchObject({ id: name, ...golden.expect });
    });
  });
}

it('every case of a file has a name of its own', () => {
  for (const file of files) {
    const { cases }: Golden = parse(readFileSync(new URL(file, folder), 'utf8'));
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  }
});
