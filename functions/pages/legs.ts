import { estimateKm } from '../../shared/distance/estimate.ts';
import { type TravelMode, travelModes } from '../../shared/grant/travel-modes.ts';
import { oneLine } from '../../shared/mail/format.ts';
import { greenDuty, type Leg } from '../../shared/mobility/green-claim.ts';
import type { Visit } from './context.ts';
import { type FieldReader, one } from './form.ts';
import { type FormState, input, select } from './views/fields.ts';
import { type Html, html } from './views/layout.ts';

/** The legs of a journey as a form without script shows them: so many places for each way, empty ones left out. */
const PLACES = [1, 2, 3, 4] as const;
const ways = ['out', 'back'] as const;

const nameOf = (way: Leg['way'], n: number, what: string): string => `green-${way}${n}-${what}`;

export function legFields({ words }: Visit, form: FormState): Html {
  const { green: w } = words.changes;
  return html`${ways.map((way) =>
    PLACES.map(
      (n) =>
        html`<fieldset class="ds-fieldset"><legend class="ds-label">${way === 'out' ? w.out(n) : w.back(n)}</legend><div class="pair">${input(
          form,
          { name: nameOf(way, n, 'from'), label: w.from },
        )}${input(form, { name: nameOf(way, n, 'to'), label: w.to })}</div><div class="pair">${select(form, {
          name: nameOf(way, n, 'mode'),
          label: w.mode,
          empty: w.choose,
          options: travelModes.map((mode) => ({ value: mode, label: w.modes[mode] })),
        })}${input(form, {
          name: nameOf(way, n, 'km'),
          label: w.km,
          inputmode: 'numeric',
          look: 'short',
          ...(n === 1 ? { hint: w.kmHint } : {}),
        })}</div></fieldset>`,
    ),
  )}`;
}

/** The legs that were typed, in their order. Kilometres left empty are estimated between the cities where both are known. */
export function readLegs(fields: FieldReader, visit: Visit): readonly Leg[] {
  const { green: w } = visit.words.changes;
  const legs = ways.flatMap((way) => PLACES.flatMap((n) => readLeg(fields, visit, way, n)));
  if (fields.errors.size > 0) return legs;
  for (const way of ways) {
    if (!legs.some((leg) => leg.way === way)) fields.fail(nameOf(way, 1, 'from'), w.legsMissing);
  }
  return legs;
}

function readLeg(fields: FieldReader, visit: Visit, way: Leg['way'], n: number): readonly Leg[] {
  const { green: w } = visit.words.changes;
  const typed = (what: string) => oneLine(one(fields.values, nameOf(way, n, what))).slice(0, 70);
  const [from, to, chosen, distance] = [typed('from'), typed('to'), typed('mode'), typed('km').replaceAll(' ', '')];
  if ([from, to, chosen, distance].every((value) => value === '')) return [];
  const mode = travelModes.find((known: TravelMode) => known === chosen);
  if (from === '' || to === '' || !mode) {
    fields.fail(nameOf(way, n, from === '' ? 'from' : to === '' ? 'to' : 'mode'), w.incomplete);
    return [];
  }
  if (distance !== '') {
    const km = /^\d{1,5}$/.test(distance) ? Number(distance) : 0;
    if (km < 1 || km > 20_000) fields.fail(nameOf(way, n, 'km'), w.kmWrong);
    return [{ way, from, to, mode, km }];
  }
  const km = estimated(visit, from, to);
  if (km === undefined || km < 1) {
    fields.fail(nameOf(way, n, 'km'), w.kmMissing);
    return [];
  }
  return [{ way, from, to, mode, km, estimated: true }];
}

/** Great circle between two cities of the home or the host country; undefined where one of them is in neither. */
function estimated({ mobility, institution }: Visit, from: string, to: string): number | undefined {
  const countries = [...new Set([institution.country, mobility.stay.host.country])];
  for (const start of countries) {
    for (const end of countries) {
      const km = estimateKm({ country: start, city: from }, { country: end, city: to });
      if (km !== undefined) return km;
    }
  }
  return undefined;
}

/** The legs of one way, with what is green of them. */
export function legList(
  { words, mobility, institution }: Visit,
  title: string,
  legs: readonly Leg[],
  way: Leg['way'],
): Html {
  const { green: w } = words.changes;
  const modes = greenDuty(mobility, institution)?.greenClaim.modes ?? [];
  return html`<p>${title}</p><ul class="ds-list">${legs
    .filter((leg) => leg.way === way)
    .map((leg) => {
      const notes = [...(leg.estimated ? [w.estimated] : []), ...(modes.includes(leg.mode) ? [w.isGreen] : [])];
      return html`<li>${w.leg(leg.from, leg.to, w.modes[leg.mode], leg.km)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}</li>`;
    })}</ul>`;
}
