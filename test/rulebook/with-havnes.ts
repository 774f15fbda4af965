import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../local/fixtures.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A copy of the rulebook with one file more: Havnes University College, which no code knows. */
export function rulebookWithHavnes(): string {
  const folder = temporaryFolder();
  for (const part of ['programme', 'institutions']) {
    cpSync(path(`../../shared/rulebook/${part}`), join(folder, part), { recursive: true });
  }
  cpSync(path('havnes.yaml'), join(folder, 'institutions/havnes.yaml'));
  return folder;
}
