import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../local/fixtures.ts';

const shipped = fileURLToPath(new URL('../../shared/rulebook', import.meta.url));

const bank = `bank:
  format: pain.001.001.03
  rail: domestic-nok
  debtorName: Vidde kunsthogskole
  account: "90011122239"
  bic: DNBANOKKXXX
  currency: NOK
  town: Vidde
  country: "NO"
  characters: swift
  kid: mod11
  kidPrefix: "78"
  cutOff: "10:30"
  source: made up

calls:
`;

/** The rulebook in a folder, where Vidde has a bank and so takes applications, and a call of this many euros; perhaps changed. */
export function rulebookWithVidde(budget: string, change: (yaml: string) => string = (same) => same): string {
  const folder = temporaryFolder();
  for (const part of ['programme', 'institutions'])
    cpSync(join(shipped, part), join(folder, part), { recursive: true });
  const path = join(folder, 'institutions/vidde.yaml');
  const yaml = readFileSync(path, 'utf8')
    .replace('calls:\n', bank)
    .replace('budget: "100000.00"', `budget: "${budget}"`);
  writeFileSync(path, change(yaml));
  return folder;
}
