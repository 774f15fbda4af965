import type { Mobility } from '../case.ts';
import type { Command } from '../commands.ts';
import { type Outcome, refused } from '../decision.ts';
import { findReturn } from './overpayment.ts';

/**
 * Four eyes (design.md §5): what a second person decides, and who the first one was. Those are all whose own decision the
 * act rests on; where nobody of the institution has had a hand in it, the one who decides is the second beside the bank,
 * the host or the calculation. Nobody decides on their own grant.
 */
type Firsts = (mobility: Mobility, payment: string | undefined) => readonly (string | undefined)[];

const firstsOf: Readonly<Partial<Record<Command['type'], Firsts>>> = {
  'release-payment': (mobility) => [
    mobility.hold?.by,
    mobility.approval?.by,
    ...amenders(mobility),
    ...deciders(mobility),
  ],
  'lift-hold': ({ hold }) => [hold?.by],
  'release-return': (mobility, payment = '') => [findReturn(mobility, payment)?.matchedBy],
  'approve-demand': (mobility) => deciders(mobility),
  'decide-relief': ({ claim }) => [claim?.proposedRelief?.by],
  'decide-correction': ({ proposedCorrection }) => [proposedCorrection?.by],
  // The participant has given the account.
  'decide-account': () => [],
};

/** Whose decisions the calculation of the grant rests on. */
function deciders({ confirmed, illness, earlierSettlements }: Mobility): readonly (string | undefined)[] {
  const dates = confirmed?.by === 'office' ? confirmed.name : undefined;
  return [dates, illness?.decidedBy, earlierSettlements?.at(-1)?.correction?.by];
}

/** Who agreed to a longer stay. */
const amenders = ({ agreement }: Mobility) => (agreement?.amendments ?? []).map(({ by }) => by);

/** Why this person cannot be the second one; undefined when they can, and for what needs no second person. */
export function fourEyesProblem(mobility: Mobility, command: Command): Outcome | undefined {
  const firsts = firstsOf[command.type];
  if (firsts === undefined || !('by' in command) || command.by === undefined) return undefined;
  const { by } = command;
  const { givenName, familyName } = mobility.participant;
  if (sameName(by, `${givenName} ${familyName}`)) {
    return refused('own-grant', 'Nobody decides on their own grant. Ask a colleague.');
  }
  const payment = 'payment' in command ? command.payment : undefined;
  const first = firsts(mobility, payment).some((name) => name !== undefined && sameName(name, by));
  return first ? refused('same-person', sentenceOf(mobility, command.type, by)) : undefined;
}

const putOnHold = 'Whoever put this payment on hold cannot release it. Ask a colleague.';
const proposed = 'Whoever proposed this cannot approve it. Ask a colleague.';
const matched = 'Whoever gave this credit to the case cannot let its return go. Ask a colleague.';
const decidedBefore = 'You have decided something before that this rests on. Ask a colleague to be the second person.';

function sentenceOf({ hold }: Mobility, type: Command['type'], by: string): string {
  if (type === 'release-return') return matched;
  if (type === 'decide-relief' || type === 'decide-correction') return proposed;
  return hold && sameName(hold.by, by) ? putOnHold : decidedBefore;
}

/** Names are typed by hand: capitals, spaces and the way a letter is composed make nobody another person. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(one) === plain(other);
}
