import type { Extension } from '../../../shared/mobility/extension.ts';
import type { GreenClaim } from '../../../shared/mobility/green-claim.ts';
import { daysOfBreak, type Interruption } from '../../../shared/mobility/interruption.ts';
import type { Visit } from '../context.ts';
import { type Html, html, raw } from './layout.ts';

/** What was asked for during the stay, and what became of it. */
export function changesCard(visit: Visit): Html {
  const { extensions = [], interruptions = [], confirmed } = visit.mobility;
  const stated = confirmed?.interruptionDays;
  const rows = [
    ...extensions.map((extension) => extended(visit, extension)),
    ...interruptions.map((interruption) => interrupted(visit, interruption)),
    ...(stated === undefined ? [] : [visit.words.changes.interruption.byHost(stated)]),
  ];
  const claim = visit.mobility.greenClaim;
  if (claim) rows.push(claimed(visit, claim));
  if (rows.length === 0) return raw('');
  return html`<section class="ds-card" aria-labelledby="changes"><h2 class="ds-heading" data-size="xs" id="changes">${visit.words.changes.title}</h2><ul class="ds-list">${rows.map((row) => html`<li>${row}</li>`)}</ul></section>`;
}

function extended({ words, say }: Visit, { at, end, decision }: Extension): string {
  const { extension: w } = words.changes;
  if (!decision) return w.asked(say.date(end), say.date(at));
  return decision.granted
    ? w.granted(say.date(end), say.date(decision.at))
    : w.refused(say.date(end), say.date(decision.at), decision.answer);
}

function interrupted({ mobility, words, say }: Visit, { period, decision }: Interruption): string {
  const { interruption: w } = words.changes;
  const when = say.period(period);
  if (!decision) return w.reported(when);
  const dates = mobility.confirmed?.period ?? mobility.stay.planned;
  return decision.confirmed
    ? w.confirmed(when, daysOfBreak(mobility, period, dates))
    : w.refused(when, decision.answer);
}

function claimed({ words, say }: Visit, { at, decision }: GreenClaim): string {
  const { green: w } = words.changes;
  if (!decision) return w.sent(say.date(at));
  if (decision.accepted) return w.accepted;
  return decision.answer === undefined ? w.waived : w.refused(decision.answer);
}
