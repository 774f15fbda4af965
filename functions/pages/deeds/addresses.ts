import type { MailData } from '../../../shared/mail/record.ts';
import { type MailTemplate, mails } from '../../../shared/mobility/effects.ts';
import type { Visit } from '../context.ts';
import { input } from '../views/fields.ts';
import { html, raw } from '../views/layout.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

/** A mail came back, and the reader has no other address: the office gives the right one, and the mail is sent again. */
export const correctAddress: Deed = {
  title(visit) {
    const { address: w } = visit.words.decisions;
    return ofHost(visit) ? w.ofHost : w.ofParticipant;
  },

  settled(visit) {
    const known = visit.mobility.unreachable ?? [];
    // A mailbox that was only full for a while is not on the list; it may be replaced all the same, once.
    if (visit.link.subject.how === 'soft-bounced') return undefined;
    return known.includes(ofHost(visit) ? 'host' : 'participant') ? undefined : visit.words.decisions.address.settled;
  },

  about(visit) {
    const { address: w } = visit.words.decisions;
    return html`<p class="lead">${w.lead}</p>
<div class="card">${caseFacts(visit, [
      [w.whose, ofHost(visit) ? visit.mobility.stay.host.contact.name : w.participants],
      [w.soFar, addressSoFar(visit)],
    ])}</div>${
      visit.link.subject.how === 'complained'
        ? html`<div class="notice wait"><h2>${w.unwanted}</h2><p>${w.unwantedText}</p></div>`
        : raw('')
    }`;
  },

  fields(visit, form) {
    const { address: w } = visit.words.decisions;
    return html`${input(form, {
      name: 'email',
      label: w.email,
      type: 'email',
      hint: w.emailHint,
      autocomplete: 'off',
    })}${nameField(visit, form, w.name)}`;
  },
  button: ({ words }) => words.decisions.address.button,
  basis: (visit) => [addressSoFar(visit), visit.mobility.unreachable],

  read(fields, visit) {
    const { whose: _whose, how: _how, notice, ...data } = visit.link.subject;
    return {
      type: 'correct-address',
      whose: ofHost(visit) ? 'host' : 'participant',
      email: fields.email('email', visit.words.decisions.address.emailMissing),
      by: readName(fields, visit),
      again: { template: templateOf(notice), data: data satisfies MailData },
    };
  },
  outcome: ({ words }, command) => (command.type === 'correct-address' ? words.decisions.address.done(command.by) : ''),
};

const ofHost = ({ link }: Visit): boolean => link.subject.whose === 'host';

const addressSoFar = (visit: Visit): string =>
  ofHost(visit) ? visit.mobility.stay.host.contact.email : visit.mobility.participant.email;

const templateOf = (notice: unknown): MailTemplate | 'code' =>
  typeof notice === 'string' && notice in mails ? (notice as MailTemplate) : 'code';
