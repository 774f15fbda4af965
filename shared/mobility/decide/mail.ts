import { type Mailbox, otherMailbox } from '../../mail/addresses.ts';
import { isForGood } from '../../mail/lifecycle.ts';
import type { AddressOnFile, Mobility } from '../case.ts';
import type { Command, FailedMail } from '../commands.ts';
import { type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { approverUnreached } from './approvals.ts';
import { type Context, draft } from './context.ts';

/**
 * A mail came back, or its reader called it unwanted. It is sent once more, to the reader's other address; where there is
 * none the office is asked for one. An address that does not exist, or whose owner does not want our mail, gets no more.
 */
export function mailFailed(mobility: Mobility, mail: FailedMail, context: Context): Outcome {
  const { id, template, data, recipient, mailbox, delivery, record, again } = mail;
  const next = draft(mobility, context, 'system')
    .record('MailFailed', { mail: template, to: mailbox, how: delivery.state })
    .write({ record: 'delivery', mail: id, version: record, delivery });
  const known = isOnFile(mailbox) && mobility.unreachable?.includes(mailbox) === true;
  if (isOnFile(mailbox) && isForGood(delivery.state) && !known) {
    next.set({ unreachable: [...(mobility.unreachable ?? []), mailbox] });
  }
  if (again) return next.done();
  // An address that is being tried out, or was given up: nothing hangs on it.
  if (mailbox === 'participant-new' || mailbox === 'participant-former') return next.done();
  if (mailbox === 'approver') return approverUnreached(next, mail, context).done();
  if (!isOnFile(mailbox)) return askOperator(next, mailbox, mail).done();
  const other = otherMailbox(next.mobility, recipient, mailbox);
  // A code would be worthless by the time it arrives: the next one goes to the other address.
  if (template !== 'code' && other !== undefined && isOnFile(other)) return next.mail(template, data, other).done();
  if (template === 'code' && other !== undefined) return next.done();
  return (known ? next : askOffice(next, mailbox, mail)).done();
}

/** The office gives the address that is right, and the mail that came back goes there, with a fresh link. */
export function correctAddress(
  mobility: Mobility,
  { whose, email, again }: Extract<Command, { type: 'correct-address' }>,
  context: Context,
): Outcome {
  const { participant, stay, unreachable = [] } = mobility;
  const before = whose === 'host' ? stay.host.contact.email : participant.email;
  if (before.toLowerCase() === email.toLowerCase()) {
    return refused('same-address', 'This is the address that mail came back from. Give another one.');
  }
  const next = draft(mobility, context, 'office');
  if (whose === 'participant') next.set({ participant: { ...participant, email } });
  else {
    const contact = { ...stay.host.contact, email };
    next.set({ stay: { ...stay, host: { ...stay.host, contact } } });
  }
  next
    .set({ unreachable: unreachable.filter((address) => address !== whose) })
    .record('AddressCorrected', { whose })
    .write({ record: 'task-done', id: taskId(mobility, whose) });
  return again.template === 'code' ? next.done() : next.mail(again.template, again.data).done();
}

/** What to do stands in the mail, which has the link to do it with. */
function askOffice(next: Draft, mailbox: AddressOnFile, { template, data, delivery }: FailedMail): Draft {
  const whose = mailbox === 'host' ? 'host' : 'participant';
  const { id } = next.mobility;
  return next.mail('address-needed', { ...data, whose, notice: template, how: delivery.state }).write({
    record: 'task',
    id: taskId(next.mobility, whose),
    kind: 'address-needed',
    data: { mobility: id, whose, mail: template, how: delivery.state },
  });
}

/** Addresses of staff stand in the rulebook, which only whoever runs the system can change. */
function askOperator(next: Draft, mailbox: Mailbox, { template, delivery }: FailedMail): Draft {
  const data = { mobility: next.mobility.id, whose: mailbox, mail: template, how: delivery.state };
  return next.write({ record: 'task', id: `staff-address-${mailbox}`, kind: 'staff-address', data });
}

const taskId = ({ id }: Mobility, whose: 'participant' | 'host'): string => `address-${id}-${whose}`;

function isOnFile(mailbox: Mailbox): mailbox is AddressOnFile {
  return mailbox === 'participant' || mailbox === 'participant-second' || mailbox === 'host';
}
