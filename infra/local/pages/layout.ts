import type { Reply } from '../../../functions/pages/http.ts';
import { type Html, html, pageReply } from '../../../functions/pages/views/layout.ts';
import type { Instant } from '../../../shared/calendar/clock.ts';
import { dateAt, timeAt } from '../../../shared/calendar/zones.ts';
import type { Host } from '../host.ts';

export { type Html, html };

const places = [
  ['/', 'Guided tour'],
  ['/local/mailbox', 'Mailbox'],
  ['/local/clock', 'Clock'],
  ['/local/bank', 'Bank'],
  ['/local/executions', 'Workflows'],
  ['/local/tasks', 'Tasks'],
] as const;

/** A page of this machine, with the way to the others and the time that it is here. */
export function localReply(host: Host, title: string, body: Html, status = 200): Promise<Reply> {
  const links = places.map(
    ([path, name]) => html`<a class="ds-button" data-variant="secondary" href="${path}">${name}</a>`,
  );
  return pageReply(
    {
      title,
      body: html`<nav class="buttons" aria-label="This machine">${links}</nav>
<p class="ds-paragraph quiet" data-size="sm">On this machine it is <time datetime="${host.clock.now()}">${moment(host, host.clock.now())}</time>.</p>
<h1 class="ds-heading" data-size="md">${title}</h1>
${body}`,
    },
    status,
  );
}

/** A moment as the office's clock shows it, e.g. `2025-08-18 08:00`. */
export function moment(host: Host, at: Instant): string {
  const zone = host.rules.institutions()[0]?.timeZone ?? 'Europe/Oslo';
  return `${dateAt(at, zone)} ${timeAt(at, zone)}`;
}

/** A table with a heading row; `stack` folds it on narrow screens. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  if (rows.length === 0) return html`<p class="quiet">${caption}: none yet.</p>`;
  return html`<table class="ds-table stack"><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, n) => html`<td data-label="${heads[n]}">${cell}</td>`)}</tr>`)}</tbody></table>`;
}
