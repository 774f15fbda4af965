import type { DocumentContent, DocumentKind } from '../../shared/documents/content.ts';
import type { DocumentItem } from '../../shared/mobility/records.ts';
import type { Language } from '../../shared/rulebook/types.ts';
import { casePartition, prefixes } from '../../shared/store/keys.ts';
import { PeopleWorld } from '../mail/world.ts';

export const languages: readonly Language[] = ['en', 'nb', 'nn', 'nl'];
export const kinds: readonly DocumentKind[] = [
  'agreement',
  'payment-advice',
  'settlement-statement',
  'repayment-demand',
  'repayment-plan',
];

/** The days on which the example case pays back in three parts. */
export const PLAN = ['2026-02-02', '2026-03-02', '2026-04-01'];

/** Everything that a case has issued, in order. */
export async function issued(world: PeopleWorld, id: string): Promise<readonly DocumentContent[]> {
  const pk = casePartition('nhh', id);
  const items = await world.store.query<DocumentItem>('cases', { pk, prefix: prefixes.document });
  return items.map(({ content }) => content);
}

/** The example case whose participant reads this language, home after two months, who pays back in parts: it issues one document of each kind. */
export async function documentsIn(language: Language): Promise<readonly DocumentContent[]> {
  const world = new PeopleWorld();
  const plain = world.open.bind(world);
  world.open = (change = (same) => same) =>
    plain((given) => {
      const application = change(given);
      return { ...application, participant: { ...application.participant, language } };
    });
  const id = await world.demanded();
  await world.command(id, { type: 'decide-claim', by: 'Per Hansen', choice: 'instalments', due: PLAN });
  return issued(world, id);
}

/** Every text that a content prints, for checks that none is lost. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if ('minor' in value) return [];
  return Object.values(value).flatMap(textsOf);
}
