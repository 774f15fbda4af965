import { agreementContent } from '../../../shared/documents/agreement.ts';
import { documentView } from '../../../shared/documents/view.ts';
import type { Visit } from '../context.ts';
import { checkbox } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { sectionCards } from '../views/papers.ts';
import type { Deed } from './deed.ts';

/** The participant reads and signs the grant agreement. */
export const sign: Deed = {
  title: ({ words }) => words.sign.title,

  settled({ mobility, say, words: { sign: w } }) {
    const signed = mobility.agreement?.signatures.participant;
    if (signed) return w.signed(say.moment(signed.at));
    if (mobility.state === 'agreement-issued') return undefined;
    return mobility.state === 'lapsed' ? w.lapsed : w.nothing;
  },

  about: (visit) => agreementText(visit),

  fields: ({ words }, form) => checkbox(form, { name: 'read', label: words.sign.read }),

  button: ({ words }) => words.sign.button,

  basis: ({ mobility }) => [mobility.agreement?.number, mobility.agreement?.amount, mobility.participant.account],

  read(fields, { words }) {
    if (!fields.ticked('read')) fields.fail('read', words.sign.readMissing);
    return { type: 'sign' };
  },

  outcome: ({ words }) => words.sign.outcome,
};

/** Until when, and the whole agreement: the words that the participant will keep as a PDF. */
export function agreementText(visit: Visit): Html {
  const { mobility, institution, say } = visit;
  const { agreement } = mobility;
  if (!agreement) return html``;
  const deadline = mobility.deadlines.find((candidate) => candidate.kind === 'agreement-expiry');
  const signBy = deadline?.ref ?? deadline?.at;
  const content = agreementContent(documentView(mobility, institution, agreement.issuedAt));
  return html`${signBy === undefined ? '' : pleaseSign(visit, say.date(signBy))}${sectionCards(content)}`;
}

function pleaseSign({ words }: Visit, until: string): Html {
  const [before, after] = words.sign.by;
  return html`<p class="ds-paragraph" data-size="lg">${before}<strong>${until}</strong>${after}</p>`;
}
