import { Town } from '../town.ts';

/** The one town in which everything goes wrong, and the case of Kristoffer, who applied first. */
export let town: Town;
export let id = '';

/** A Tuesday in June 2025: applications for the autumn are taken, and Kristoffer's has just come. */
export async function open(dataDir: string): Promise<void> {
  town = await Town.start(dataDir, '2025-06-10T07:00:00.000Z');
  await town.apply();
  id = await town.caseOf('kristoffer@student.nhh.example');
}
