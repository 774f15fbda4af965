import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from '../../infra/local/replay/chance.ts';
import { type Nomination, readNominations } from '../../infra/local/replay/nominations.ts';

const SAMPLE = join(import.meta.dirname, '..', 'cohorts', 'nhh-autumn-2025.csv');

/**
 * So many nominations with the sample's hosts, dates and mix of stories, over and over, each for another person with an
 * account of their own. The same number gives the same rows.
 */
export function cohort(count: number): Nomination[] {
  const { rows: sample, bad } = readNominations(readFileSync(SAMPLE, 'utf8'));
  if (bad.length > 0 || sample.length === 0) throw new Error(`The sample ${SAMPLE} has rows that cannot be used.`);
  const chance = new Chance('cohort of the benchmark');
  return Array.from({ length: count }, (_, index): Nomination => {
    const like = sample[index % sample.length];
    if (!like) throw new RangeError(`There is no row ${index % sample.length} in the sample.`);
    const email = `participant.${index}@student.nhh.example`;
    return { ...like, row: index + 1, email, account: chance.account(`account ${index}`) };
  });
}
