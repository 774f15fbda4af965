import { approverAt, stepOf, turnOf } from '../mobility/approvals.ts';
import type { AddressOnFile, Mobility } from '../mobility/case.ts';
import type { Recipient } from '../mobility/effects.ts';
import type { Institution, Language } from '../rulebook/types.ts';
import { oneLine } from './format.ts';

/** Which of the addresses that we know a mail goes to. Staff have one each, in the rulebook. */
export type Mailbox = AddressOnFile | Exclude<Recipient, 'participant' | 'host'>;

export interface Address {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/**
 * Where a mail goes now: the first address of its reader at which mail arrives, or only the one asked for. Undefined when
 * mail came back from all of them, or was called unwanted: then nothing is sent, and the office has been asked for another.
 */
export function mailboxFor(mobility: Mobility, recipient: Recipient, only?: Mailbox): Mailbox | undefined {
  // Outside the order of the others: written to only when it is meant.
  if (only === 'participant-new') return mobility.proposedEmail ? only : undefined;
  if (only === 'participant-former') return mobility.participant.formerEmail === undefined ? undefined : only;
  return boxesOf(mobility, recipient).find((box) => only === undefined || box === only);
}

/** The reader's other address, for a mail that failed at this one. */
export function otherMailbox(mobility: Mobility, recipient: Recipient, failed: Mailbox): Mailbox | undefined {
  // A message to the second address was the second try.
  return failed === 'participant-second' ? undefined : boxesOf(mobility, recipient).find((box) => box !== failed);
}

function boxesOf({ participant, unreachable = [] }: Mobility, recipient: Recipient): readonly Mailbox[] {
  if (recipient !== 'participant' && recipient !== 'host') return [recipient];
  const known: readonly AddressOnFile[] =
    recipient === 'host'
      ? ['host']
      : participant.secondEmail === undefined
        ? ['participant']
        : ['participant', 'participant-second'];
  return known.filter((box) => !unreachable.includes(box));
}

/** Whichever of the reader's addresses this is, for an answer that may come from either; else the first. */
export function addressFrom(mobility: Mobility, institution: Institution, recipient: Recipient, from = ''): string {
  const first = addressOf(mobility, institution, recipient).email;
  const second = recipient === 'participant' ? mobility.participant.secondEmail : undefined;
  return second?.toLowerCase() === from.toLowerCase() ? second : first;
}

/**
 * The address itself. It is looked up at sending and stands in no effect. `about` is the data of the mail, which says
 * whose turn it is where several people are asked one after the other.
 */
export function addressOf(
  mobility: Mobility,
  institution: Institution,
  mailbox: Mailbox,
  about: Readonly<Record<string, string | number>> = {},
): Address {
  const { participant, stay } = mobility;
  if (mailbox === 'host') return { ...stay.host.contact, language: 'en' };
  if (isParticipants(mailbox)) {
    const { email, secondEmail = email, formerEmail = email, language } = participant;
    const name = oneLine(`${participant.givenName} ${participant.familyName}`);
    const own = {
      participant: email,
      'participant-second': secondEmail,
      'participant-former': formerEmail,
      'participant-new': mobility.proposedEmail?.email ?? email,
    };
    return { name, email: own[mailbox], language };
  }
  if (mailbox === 'approver') {
    const step = stepOf(mobility, about.role) ?? mobility.approvals?.at(-1);
    if (!step) throw new Error(`A mail to an approver of ${mobility.id} was asked for, but nobody has to agree to it.`);
    const { name, email } = approverAt(step, Number(about.turn ?? turnOf(step)));
    return { name: oneLine(name), email, language: institution.languages[0] ?? 'en' };
  }
  return { ...institution.contacts[mailbox], language: institution.languages[0] ?? 'en' };
}

function isParticipants(mailbox: Mailbox): mailbox is Exclude<AddressOnFile, 'host'> {
  return mailbox.startsWith('participant');
}
