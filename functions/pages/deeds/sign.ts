import { agreementContent } from '../../../shared/documents/agreement.ts';
import { documentView } from '../../../shared/documents/view.ts';
import type { Visit } from '../context.ts';
import type { FieldReader } from '../form.ts';
import { checkbox } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { sectionCards } from '../views/papers.ts';
import type { Deed } from './deed.ts';

/** The participant reads and signs the grant agreement. */
export const sign: Deed = {
  title: () => 'Your grant agreement',

  settled({ mobility, say }) {
    const signed = mobility.agreement?.signatures.participant;
    if (signed) return `You signed this agreement on ${say.moment(signed.at)}.`;
    if (mobility.state === 'agreement-issued') return undefined;
    if (mobility.state === 'lapsed')
      return 'This agreement was not signed in time, and has lapsed. Write to the international office if something kept you from signing.';
    return 'There is no agreement to sign here now.';
  },

  about: (visit) => agreementText(visit),

  fields: (_visit, form) =>
    checkbox(form, {
      name: 'read',
      label: 'I have read the agreement, my account is right, and I sign it.',
    }),

  button: 'Sign the agreement',

  basis: ({ mobility }) => [mobility.agreement?.number, mobility.agreement?.amount, mobility.participant.account],

  read(fields: FieldReader) {
    if (!fields.ticked('read'))
      fields.fail('read', 'Tick the box to say that you have read the agreement and sign it.');
    return { type: 'sign' };
  },

  outcome: () => 'You signed the grant agreement.',
};

/** Until when, and the whole agreement: the words that the participant will keep as a PDF. */
export function agreementText(visit: Visit): Html {
  const { mobility, institution, say } = visit;
  const { agreement } = mobility;
  if (!agreement) return html``;
  const deadline = mobility.deadlines.find((candidate) => candidate.kind === 'agreement-expiry');
  const signBy = deadline?.ref ?? deadline?.at;
  const content = agreementContent(documentView(mobility, institution, agreement.issuedAt));
  return html`${signBy === undefined ? '' : html`<p class="ds-paragraph" data-size="lg">Please sign by <strong>${say.date(signBy)}</strong>.</p>`}${sectionCards(content)}`;
}
