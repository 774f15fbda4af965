import type { Reply } from '../../../functions/pages/http.ts';
import { openTasks } from '../../../shared/mobility/tasks.ts';
import { feedbackTasks } from '../../../shared/payments/feedback-tasks.ts';
import type { Host } from '../host.ts';
import { html, localReply, moment, table } from './layout.ts';
import type { Route } from './route.ts';

/** `/local/tasks`: what no rule decides and finance has to look at. Tasks of a case went to finance by mail as well. */
async function list(host: Host): Promise<Reply> {
  const tables = await Promise.all(
    host.rules.institutions().map(async ({ id, shortName }) => {
      const tasks = await openTasks(host.store, id);
      const rows = tasks.map(({ kind, data, at }) => [
        moment(host, at),
        wordsOf(kind).what,
        Object.entries(data)
          .map(([name, value]) => `${name} ${value}`)
          .join(', '),
        wordsOf(kind).todo,
      ]);
      return tasks.length === 0
        ? html`<p class="quiet">${shortName}: none.</p>`
        : table(shortName, ['When', 'What', 'Details', 'What to do'], rows);
    }),
  );
  return localReply(
    host,
    'Tasks for finance',
    html`<p>What the bank reported that no rule decides: another amount than instructed, a credit without a known KID, a file that cannot be read. Nothing was booked because of it.</p>${tables}`,
  );
}

function wordsOf(kind: string): { readonly what: string; readonly todo: string } {
  const known: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = feedbackTasks;
  const todo =
    'Compare the case with the statement of the bank, and settle the difference with the bank or the participant.';
  return known[kind] ?? { what: kind.replaceAll('-', ' '), todo };
}

export const taskRoutes: readonly Route[] = [{ path: '/local/tasks', get: list }];
