import { prolonged } from '../../../shared/mobility/decide/extension.ts';
import { openExtension } from '../../../shared/mobility/extension.ts';
import { html, raw } from '../views/layout.ts';
import { workingTable } from '../views/money.ts';
import { answerFields, readAnswer } from './answer.ts';
import { caseFacts, type Deed } from './deed.ts';

/** The office grants a longer stay, which amends the agreement, or refuses it with a reason. */
export const decideExtension: Deed = {
  title: ({ words }) => words.changes.decideExtension.title,

  settled({ mobility, words, say }) {
    if (openExtension(mobility)) return undefined;
    const { decideExtension: w } = words.changes;
    const { end, decision } = mobility.extensions?.at(-1) ?? {};
    if (!decision || end === undefined) return w.nothing;
    return decision.granted ? w.wasGranted(decision.by, say.date(end)) : w.wasRefused(decision.by, say.date(end));
  },

  about(visit) {
    const { mobility, institution, words, say, language } = visit;
    const asked = openExtension(mobility);
    if (!asked || !mobility.agreement) return html`<div class="ds-card">${caseFacts(visit)}</div>`;
    const { extension: w, decideExtension: d } = words.changes;
    const then = prolonged(mobility, asked.end, institution, language);
    return html`<div class="ds-card">${caseFacts(visit, [
      [d.asked, html`<strong>${say.date(asked.end)}</strong>`],
      [d.askedOn, say.moment(asked.at)],
      [d.reason, asked.reason],
      [w.now, say.money(mobility.agreement.amount)],
      [w.later, say.money(then.amount)],
      [w.more, say.money(then.more)],
    ])}</div>${then.more.minor === 0 ? raw('') : html`<div class="ds-card">${workingTable(visit, w.working, then.assessment)}<p class="quiet">${w.budget}</p></div>`}`;
  },

  fields(visit, form) {
    const { mobility, institution, words, say } = visit;
    const { decideExtension: w } = words.changes;
    const asked = openExtension(mobility);
    const more = asked && prolonged(mobility, asked.end, institution).more;
    const hint = more && more.minor > 0 ? w.grantHint(say.money(more)) : w.grantSame;
    return answerFields(visit, form, w, { value: 'grant', label: w.grant, hint }, w.nameHint);
  },

  button: ({ words }) => words.changes.decideExtension.button,
  basis: ({ mobility }) => [openExtension(mobility), mobility.agreement?.amount, mobility.stay.planned],

  read: (fields, visit) => ({
    type: 'decide-extension',
    ...readAnswer(fields, visit, visit.words.changes.decideExtension, 'grant'),
  }),

  outcome({ mobility, words, say }, command) {
    if (command.type !== 'decide-extension') return '';
    const { decideExtension: w } = words.changes;
    const end = say.date(mobility.extensions?.at(-1)?.end ?? mobility.stay.planned.end);
    return command.choice === 'grant' ? w.wasGranted(command.by, end) : w.wasRefused(command.by, end);
  },
};
