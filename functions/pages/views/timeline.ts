import type { CaseEvent } from '../../../shared/mobility/case.ts';
import type { EventType } from '../../../shared/mobility/transitions.ts';
import type { Reader } from '../reader.ts';
import { type Html, html } from './layout.ts';

/** Data of an event that tell a participant something: amounts and dates. */
const shown: readonly string[] = ['place', 'amount', 'local', 'entitlement', 'start', 'end', 'due', 'lastDay'];

export function timeline(reader: Reader, all: readonly CaseEvent[]): Html {
  const { say, words } = reader;
  const { history: w } = words.status;
  const { types, actors } = words.events;
  return html`<table class="ds-table stack"><caption class="ds-sr-only">${w.title}</caption><thead><tr><th scope="col">${w.when}</th><th scope="col">${w.what}</th><th scope="col">${w.by}</th></tr></thead><tbody>${all.map(
    (event) =>
      html`<tr><td data-label="${w.when}" class="number">${say.moment(event.at)}</td><td data-label="${w.what}">${types[event.type as EventType] ?? event.type}${details(reader, event)}</td><td data-label="${w.by}">${actors[event.by]}</td></tr>`,
  )}</tbody></table>`;
}

function details({ say }: Reader, { data }: CaseEvent): Html | string {
  const values = shown.flatMap((name) => (data?.[name] === undefined ? [] : [String(data[name])]));
  if (values.length === 0) return '';
  const written = values.map((value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? say.date(value) : value));
  return html`<span class="working">${written.join(' · ')}</span>`;
}
