import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Rulebook } from '../../shared/rulebook/types.ts';

const shipped = fileURLToPath(new URL('../../shared/rulebook', import.meta.url));

/**
 * The rulebook with one institution more: `id`, made from the file of another by replacing texts in it, everywhere they
 * stand. So rules of the programme can be tried that no institution of the sources uses.
 */
export function rulebookWith(
  id: string,
  from: string,
  changes: readonly (readonly [text: string | RegExp, by: string])[],
): Rulebook {
  const folder = mkdtempSync(join(tmpdir(), 'rulebook-'));
  try {
    for (const part of ['programme', 'institutions']) {
      cpSync(join(shipped, part), join(folder, part), { recursive: true });
    }
    const file = readFileSync(join(folder, `institutions/${from}.yaml`), 'utf8');
    const all = [[`id: ${from}`, `id: ${id}`] as const, ...changes];
    writeFileSync(join(folder, `institutions/${id}.yaml`), all.reduce(replaced, file));
    // All of it is in memory once it has been loaded.
    return loadRulebook(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function replaced(file: string, [text, by]: readonly [text: string | RegExp, by: string]): string {
  const parts = file.split(text);
  if (parts.length === 1) throw new Error(`The file has no ${String(text)} to replace.`);
  return parts.join(by);
}
