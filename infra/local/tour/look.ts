import type { Mobility } from '../../../shared/mobility/case.ts';
import { loadCase, UnknownCase } from '../../../shared/mobility/perform.ts';
import type { Host } from '../host.ts';
import { parse } from '../mail/mailbox.ts';
import type { TourMail } from './state.ts';

/** How far back the mailbox is searched for the newest application. */
const SEARCHED = 500;

/** The case of the newest application, found by the mail that thanked for it. */
export async function newestCase(host: Host): Promise<Mobility | undefined> {
  for (const { id } of host.mailbox.list({ limit: SEARCHED })) {
    const headers = headersOf(host, id);
    if (headers.get('x-wayfare-notice') !== 'application-received') continue;
    const mobility = headers.get('x-wayfare-case');
    const institution = /<([a-z0-9-]+)\.grants\./.exec(headers.get('list-id') ?? '')?.[1];
    if (mobility === undefined || institution === undefined) continue;
    const found = await loadCase(host.store, institution, mobility).catch((error: unknown) => {
      if (error instanceof UnknownCase) return undefined;
      throw error;
    });
    if (found) return found;
  }
  return undefined;
}

/** All mails of a case, newest first, with the path of the link that each carries. */
export async function tourMails(host: Host, mobility: string): Promise<readonly TourMail[]> {
  const own = host.mailbox
    .list({ limit: SEARCHED })
    .filter(({ id }) => headersOf(host, id).get('x-wayfare-case') === mobility);
  return Promise.all(
    own.map(async ({ id, recipients, subject }) => {
      const mail = host.mailbox.get(id);
      const text = mail ? ((await parse(mail.raw)).text ?? '') : '';
      const link = /https?:\/\/[^\s/]+(\/l\/\S+)/.exec(text)?.[1];
      const notice = headersOf(host, id).get('x-wayfare-notice') ?? '';
      return { id, to: recipients.join(', '), subject, notice, ...(link === undefined ? {} : { link }) };
    }),
  );
}

/** The short headers of a stored mail, by lower-case name; folded lines are joined. */
function headersOf(host: Host, id: number): ReadonlyMap<string, string> {
  const raw = host.mailbox.get(id)?.raw.toString('latin1') ?? '';
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}
