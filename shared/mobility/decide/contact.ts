import type { Mobility } from '../case.ts';
import type { Command } from '../commands.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import { type Context, draft } from './context.ts';

/** Contact data that participants put right themselves. */

/** The participant gives an address, first or private. It counts when a code that went there has come back. */
export function proposeEmail(
  mobility: Mobility,
  { whose, email }: Omit<Extract<Command, { type: 'propose-email' }>, 'type'>,
  context: Context,
): Outcome {
  const { participant, proposedEmail: before } = mobility;
  const known = [participant.email, participant.secondEmail].map((address) => address?.toLowerCase());
  if (known.includes(email.toLowerCase())) {
    return refused('same-address', 'We have this address already. Give another one.');
  }
  if (before?.email === email && before.whose === whose) return nothing;
  return draft(mobility, context, 'participant')
    .set({ proposedEmail: { whose, email, at: context.now } })
    .record('AddressProposed', { whose })
    .done();
}

/** The code was right: mail goes to the new address, and a notice of that to the old one. */
export function confirmEmail(mobility: Mobility, email: string, context: Context): Outcome {
  const { participant, proposedEmail, unreachable = [] } = mobility;
  if (!proposedEmail) return refused('already-decided', 'No new address waits for a code.');
  if (proposedEmail.email !== email) {
    return refused('another-address', 'Another address has been given in the meantime. Ask for a code for that one.');
  }
  const first = proposedEmail.whose === 'first';
  const next = draft(mobility, context, 'participant')
    .set({
      participant: first
        ? { ...participant, email, formerEmail: participant.email }
        : { ...participant, secondEmail: email },
      unreachable: unreachable.filter((box) => box !== (first ? 'participant' : 'participant-second')),
    })
    .unset('proposedEmail')
    .record('AddressCorrected', { whose: first ? 'participant' : 'participant-second' });
  return first
    ? next.mail('address-changed', { whose: 'first' }, 'participant-former').done()
    : next.mail('address-changed', { whose: 'second' }).done();
}

/** Another spelling of the name, as a task for the office: agreement and bank carry it, so a person compares it first. */
export function askForName(
  mobility: Mobility,
  { givenName, familyName }: Omit<Extract<Command, { type: 'ask-for-name' }>, 'type'>,
  context: Context,
): Outcome {
  const { participant, askedName, id } = mobility;
  if (participant.givenName === givenName && participant.familyName === familyName) {
    return refused('same-name', 'The name is written like this already.');
  }
  if (askedName?.givenName === givenName && askedName.familyName === familyName) return nothing;
  const next = draft(mobility, context, 'participant')
    .set({ askedName: { givenName, familyName, at: context.now } })
    .record('NameAsked')
    .mail('name-asked');
  return next
    .write({ record: 'task', id: `name-${id}-${next.mobility.version}`, kind: 'name-asked', data: { mobility: id } })
    .done();
}
