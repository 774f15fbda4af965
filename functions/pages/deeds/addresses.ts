import type { MailData } from '../../../shared/mail/record.ts';
import { type MailTemplate, mails } from '../../../shared/mobility/effects.ts';
import type { Visit } from '../context.ts';
import { input } from '../views/fields.ts';
import { html, raw } from '../views/layout.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

/** A mail came back, and the reader has no other address: the office gives the right one, and the mail is sent again. */
export const correctAddress: Deed = {
  title: (visit) => (ofHost(visit) ? 'The address of the host’s coordinator' : 'The address of the participant'),

  settled(visit) {
    const known = visit.mobility.unreachable ?? [];
    // A mailbox that was only full for a while is not on the list; it may be replaced all the same, once.
    if (visit.link.subject.how === 'soft-bounced') return undefined;
    return known.includes(ofHost(visit) ? 'host' : 'participant')
      ? undefined
      : 'The address has been corrected already. Nothing is left to do.';
  },

  about: (visit) =>
    html`<p class="lead">A mail to this address did not arrive. Find out the right one, for instance by telephone.</p>
<div class="card">${caseFacts(visit, [
      ['Whose address', ofHost(visit) ? visit.mobility.stay.host.contact.name : 'the participant’s'],
      ['Address so far', addressSoFar(visit)],
    ])}</div>${
      visit.link.subject.how === 'complained'
        ? html`<div class="notice wait"><h2>Marked as unwanted</h2><p>The reader has marked our mail as unwanted. Ask before you enter another address.</p></div>`
        : raw('')
    }`,

  fields: (_visit, form) =>
    html`${input(form, {
      name: 'email',
      label: 'The right mail address',
      type: 'email',
      hint: 'The mail that came back is sent there at once, with a link of its own; so is everything that follows.',
      autocomplete: 'off',
    })}${nameField(form, 'It is kept with the correction.')}`,
  button: 'Correct the address',
  basis: (visit) => [addressSoFar(visit), visit.mobility.unreachable],

  read(fields, visit) {
    const { whose: _whose, how: _how, notice, ...data } = visit.link.subject;
    return {
      type: 'correct-address',
      whose: ofHost(visit) ? 'host' : 'participant',
      email: fields.email('email', 'Give the right mail address.'),
      by: readName(fields),
      again: { template: templateOf(notice), data: data satisfies MailData },
    };
  },
  outcome: (_visit, command) => (command.type === 'correct-address' ? `${command.by} corrected the address.` : ''),
};

const ofHost = ({ link }: Visit): boolean => link.subject.whose === 'host';

const addressSoFar = (visit: Visit): string =>
  ofHost(visit) ? visit.mobility.stay.host.contact.email : visit.mobility.participant.email;

const templateOf = (notice: unknown): MailTemplate | 'code' =>
  typeof notice === 'string' && notice in mails ? (notice as MailTemplate) : 'code';
