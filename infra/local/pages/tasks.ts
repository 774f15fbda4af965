import type { Reply } from '../../../functions/pages/http.ts';
import { holdInWords } from '../../../shared/language/holds.ts';
import { mailTasks } from '../../../shared/mail/mail-tasks.ts';
import { replyTasks } from '../../../shared/mail/reply-tasks.ts';
import type { Mobility } from '../../../shared/mobility/case.ts';
import { holdsOf } from '../../../shared/mobility/holds.ts';
import type { CaseItem } from '../../../shared/mobility/records.ts';
import { openTasks } from '../../../shared/mobility/tasks.ts';
import { feedbackTasks } from '../../../shared/payments/feedback-tasks.ts';
import { dueQueue } from '../../../shared/store/keys.ts';
import type { Host } from '../host.ts';
import { html, localReply, moment, table } from './layout.ts';
import type { Route } from './route.ts';

/** `/local/tasks`: what no rule decides and finance has to look at. Tasks of a case went to finance by mail as well. */
async function list(host: Host): Promise<Reply> {
  const tables = await Promise.all(
    host.rules.institutions().map(async ({ id, shortName }) => {
      const tasks = await openTasks(host.store, id);
      const rows = tasks.map(({ id: task, kind, data, at }) => [
        moment(host, at),
        kind === 'unmatched-credit'
          ? html`<a class="ds-link" href="/local/tasks/${id}/${task}">${wordsOf(kind).what}</a>`
          : kind === 'reply'
            ? html`<a class="ds-link" href="/local/replies/${id}/${data.mobility ?? ''}/${task.split('-').at(-1) ?? ''}">${wordsOf(kind).what}</a>`
            : wordsOf(kind).what,
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
  const held = await Promise.all(
    host.rules.institutions().map(async ({ id, shortName }) => {
      const rows = (await heldAt(host, id)).flatMap((mobility) =>
        holdsOf(mobility).map((hold) => [mobility.id, hold.payment ?? 'the next payment', holdInWords(hold, 'en')]),
      );
      return rows.length === 0 ? '' : table(`${shortName}: kept back`, ['Case', 'Payment', 'Why'], rows);
    }),
  );
  return localReply(
    host,
    'Tasks for finance and the office',
    html`${held}<p>What no rule decides: what the bank reported, for example another amount than instructed, a credit without a known KID or a file that cannot be read; and what people answered to our mails. Nothing was booked because of it.</p>${tables}`,
  );
}

function wordsOf(kind: string): { readonly what: string; readonly todo: string } {
  const known: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = {
    ...feedbackTasks,
    ...replyTasks,
    ...mailTasks,
  };
  const todo =
    'Compare the case with the statement of the bank, and settle the difference with the bank or the participant.';
  return known[kind] ?? { what: kind.replaceAll('-', ' '), todo };
}

/** Open cases in which something keeps money back: every open case stands in the due queue. */
async function heldAt({ store }: Host, institution: string): Promise<readonly Mobility[]> {
  const refs = await store.work(dueQueue(institution), '9999', 1000);
  const items = await Promise.all(refs.map(({ pk, sk }) => store.get<CaseItem>('cases', { pk, sk })));
  // The rules of a case hold nothing back.
  const cases = items.filter((item) => item !== undefined).map(({ mobility }) => mobility as Mobility);
  return cases.filter((mobility) => holdsOf(mobility).length > 0);
}

export const taskRoutes: readonly Route[] = [{ path: '/local/tasks', get: list }];
