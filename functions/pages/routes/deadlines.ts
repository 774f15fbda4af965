import type { Recipient } from '../../../shared/mobility/effects.ts';
import { here, type Visit } from '../context.ts';
import { changeDeadlines } from '../deeds/deadlines.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { beside } from './beside.ts';

/** Whoever looks after people's time. */
const staff: readonly Recipient[] = ['office'];

/** `/l/<token>/deadlines`. */
export const { show: showDeadlines, act: actOnDeadlines } = beside(changeDeadlines, staff);

/** The way to it, at the foot of the office's pages, while anything is planned on the case. */
export function wayToDeadlines(visit: Visit): Html {
  const { link, mobility, words } = visit;
  if (!staff.includes(link.recipient) || mobility.deadlines.length === 0) return raw('');
  return html`<p class="quiet"><a class="ds-link" href="${here(visit)}/deadlines">${words.deadlines.way}</a></p>`;
}
