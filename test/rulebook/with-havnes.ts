import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../local/fixtures.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A copy of the rulebook with one file more: Havnes University College, which no code knows; perhaps with changes. */
export function rulebookWithHavnes(change: (yaml: string) => string = (same) => same): string {
  const folder = temporaryFolder();
  for (const part of ['programme', 'institutions']) {
    cpSync(path(`../../shared/rulebook/${part}`), join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, 'institutions/havnes.yaml'), change(readFileSync(path('havnes.yaml'), 'utf8')));
  return folder;
}
