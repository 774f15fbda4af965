import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { transfersOfCase } from '../../../shared/ledger/items.ts';
import { statement } from '../../../shared/ledger/statement.ts';
import type { Transfer } from '../../../shared/ledger/transfer.ts';
import type { Mobility } from '../../../shared/mobility/case.ts';
import { loadCase } from '../../../shared/mobility/perform.ts';
import type { Host } from '../host.ts';
import type { BadRow } from './nominations.ts';
import { type CaseOutcome, caseOutcome, ledgerCsv, type Report, report } from './outcomes.ts';
import { readHeader } from './post.ts';
import type { Replayed } from './replay.ts';

/**
 * Writes everything that came of a cohort into a folder. The same seed and rows give the same bytes, also where the folder
 * holds the files of an earlier replay.
 */
export async function writeFiles(out: string, replayed: Replayed, bad: readonly BadRow[]): Promise<Report> {
  const { host, members, from, until } = replayed;
  const outcomes: CaseOutcome[] = [];
  const mobilities: Mobility[] = [];
  const transfers: Transfer[] = [];
  for (const { nomination, id = '' } of members) {
    const mobility = await loadCase(host.store, nomination.institution, id);
    const own = await transfersOfCase(host.store, nomination.institution, id);
    const currency = mobility.agreement?.exchange.currency ?? bankCurrency(host, nomination.institution);
    outcomes.push(caseOutcome(nomination.row, nomination.story, mobility, statement(own), currency));
    mobilities.push(mobility);
    transfers.push(...own);
  }
  const refused = [...bad, ...replayed.refused].sort((a, b) => a.line - b.line);
  const summary = report(outcomes, mobilities, refused, { from, until });
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'cases.json'), `${JSON.stringify(outcomes, undefined, 2)}\n`);
  await writeFile(join(out, 'ledger.csv'), ledgerCsv(transfers));
  await writeFile(join(out, 'report.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
  await copyObjects(host, 'bank/out/', join(out, 'payments'));
  await copyObjects(host, 'bank/in/', join(out, 'statements'));
  if (replayed.documents) await copyObjects(host, 'documents/', join(out, 'documents'), documentName);
  await copyMails(host, join(out, 'mail'));
  return summary;
}

function bankCurrency(host: Host, institution: string): string {
  return host.rules.institution(institution)?.bank.currency ?? 'EUR';
}

/** Makes the folder, without the files that an earlier replay wrote into it. */
async function freshFolder(folder: string, ...extensions: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const earlier = (await readdir(folder)).filter((name) => extensions.some((one) => name.endsWith(one)));
  await Promise.all(earlier.map((name) => rm(join(folder, name))));
}

async function copyObjects(host: Host, prefix: string, folder: string, name = basename): Promise<void> {
  await freshFolder(folder, '.xml', '.csv', '.pdf');
  for (let after = ''; ; ) {
    const objects = host.objects.list(host.bucket, prefix, after, 500);
    for (const object of objects) {
      after = object.key;
      await writeFile(join(folder, name(object.key)), await buffer(host.objects.read(object)));
    }
    if (objects.length === 0) return;
  }
}

/** `documents/<institution>/<mobility>/<id>.pdf` → `<mobility>-<id>.pdf`. */
const documentName = (key: string): string => key.split('/').slice(2).join('-');

/**
 * A mail is named for its case, the minute and what it is. Mails of one minute leave side by side, so the order in which
 * they went out says nothing: two of one name are numbered in the order of their bytes.
 */
async function copyMails(host: Host, folder: string): Promise<void> {
  await freshFolder(folder, '.eml');
  let together: Named[] = [];
  const write = async (): Promise<void> => {
    const numbers = new Map<string, number>();
    for (const { name, raw } of together.sort((a, b) => Buffer.compare(a.raw, b.raw))) {
      const nth = (numbers.get(name) ?? 0) + 1;
      numbers.set(name, nth);
      await writeFile(join(folder, `${name}${nth === 1 ? '' : `-${nth}`}.eml`), raw);
    }
    together = [];
  };
  let minute = '';
  for (let after = 0; ; ) {
    const mails = host.mailbox.list({ after, limit: 500 });
    for (const { id, at } of mails) {
      after = id;
      const stored = host.mailbox.get(id);
      if (!stored) continue;
      if (minute !== at.slice(0, 16)) await write();
      minute = at.slice(0, 16);
      const { mobility, notice } = await readHeader(stored.raw);
      together.push({ name: `${mobility}-${minute.replace(/[-:]/g, '')}-${notice}`, raw: stored.raw });
    }
    if (mails.length === 0) return write();
  }
}

interface Named {
  readonly name: string;
  readonly raw: Buffer;
}
