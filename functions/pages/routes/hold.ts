import type { Recipient } from '../../../shared/mobility/effects.ts';
import { here, type Visit } from '../context.ts';
import { keepBack } from '../deeds/hold.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { beside } from './beside.ts';

/** Whose links lead to it: people of the institution, whatever else the link is for, also when that is decided. */
const staff: readonly Recipient[] = ['office', 'finance', 'controller'];

/** `/l/<token>/hold`. */
export const { show: showHold, act: actOnHold } = beside(keepBack, staff);

/** The way to it, at the foot of the pages of the institution's people; nothing where there is nothing to keep back. */
export function wayToHold(visit: Visit): Html {
  const { link, mobility, words } = visit;
  if (!staff.includes(link.recipient)) return raw('');
  if (keepBack.settled(visit) !== undefined && !mobility.hold) return raw('');
  const { hold: w } = words.decisions;
  return html`<p class="quiet"><a class="ds-link" href="${here(visit)}/hold">${mobility.hold ? w.seeWhy : w.way}</a></p>`;
}
