import { countryName } from '../../../shared/grant/countries.ts';
import type { Command } from '../../../shared/mobility/commands.ts';
import type { Visit } from '../context.ts';
import type { FieldReader } from '../form.ts';
import { type FormState, input } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { type FactRow, factList } from '../views/money.ts';

/**
 * What one kind of link lets its holder do: shown by GET, done by POST. The page around it, the code, the record of what
 * was decided and the repeated or late visit are the same for all of them (routes/deed.ts).
 */
export interface Deed {
  title(visit: Visit): string;
  /** Why nothing is left to decide, or undefined while there is. The link may be new and the decision old. */
  settled(visit: Visit): string | undefined;
  /** What is decided, the working behind it, and what follows. */
  about(visit: Visit): Html;
  fields(visit: Visit, form: FormState): Html;
  readonly button: string | ((visit: Visit) => string);
  /** Where it is, below the link's own page. Such a deed can be done again and again: it does not use the link up. */
  readonly path?: string;
  /** The code is asked for whatever the link is for. */
  readonly needsCode?: true;
  /** What the decision rests on. When it is another than was shown, the decision is not taken. */
  basis(visit: Visit): unknown;
  /** Reads the fields; what comes back counts only when nothing was wrong. */
  read(fields: FieldReader, visit: Visit): Command;
  /** A second look before it counts: what to show, or undefined to go on. */
  secondLook?(visit: Visit, command: Command): Html | undefined;
  /** What was decided, as a sentence for everybody who opens the link later. */
  outcome(visit: Visit, command: Command): string;
}

export function fullName({ mobility }: Visit): string {
  return `${mobility.participant.givenName} ${mobility.participant.familyName}`;
}

export function hostPlace({ mobility, language }: Visit): string {
  const { city, country, code } = mobility.stay.host;
  return `${city}, ${countryName(country, language)} (${code})`;
}

/** Who, where and when: at the head of every decision, with whatever else it rests on. */
export function caseFacts(visit: Visit, more: readonly FactRow[] = []): Html {
  const { facts: w } = visit.words.decisions.common;
  return factList([
    [w.participant, fullName(visit)],
    [w.host, hostPlace(visit)],
    [w.planned, visit.say.period(visit.mobility.stay.planned)],
    [w.reference, visit.mobility.id],
    ...more,
  ]);
}

/** Who decides; without another hint it says that the name is kept with the decision. */
export function nameField({ words }: Visit, form: FormState, hint = words.decisions.common.kept): Html {
  return input(form, { name: 'by', label: words.decisions.common.name, hint, autocomplete: 'name' });
}

export const readName = (fields: FieldReader, { words }: Visit): string =>
  fields.text('by', words.decisions.common.nameMissing, 70);

/** The documents of the case that this link may open, until it is decided (`closed`). */
export function documentLinks(visit: Visit, kind: string, here: string, closed: boolean): Html {
  const { documents: w } = visit.words.decisions.common;
  if (closed) return html`<p class="quiet">${w.closed}</p>`;
  const documents = visit.mobility.documents.filter((document) => document.kind === kind);
  if (documents.length === 0) return html`<p class="quiet">${w.none}</p>`;
  return html`<ul class="ds-list">${documents.map(
    (document) =>
      html`<li><a class="ds-link" href="${here}/documents/${document.id}">${w.download(visit.say.moment(document.at))}</a> <span class="quiet">(${Math.ceil(document.bytes / 1024)} KB)</span></li>`,
  )}</ul>`;
}
