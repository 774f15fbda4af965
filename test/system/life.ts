import { buffer } from 'node:stream/consumers';
import {
  paginateGetExecutionHistory,
  paginateListExecutions,
  paginateListStateMachines,
  SFNClient,
} from '@aws-sdk/client-sfn';
import PostalMime from 'postal-mime';
import type { InstructionView, MovementView } from '../../infra/local/bank/types.ts';
import type { Host } from '../../infra/local/host.ts';
import type { Nomination } from '../../infra/local/replay/nominations.ts';
import { type CaseOutcome, caseOutcome } from '../../infra/local/replay/outcomes.ts';
import type { Replayed } from '../../infra/local/replay/replay.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { type Statement, statement } from '../../shared/ledger/statement.ts';
import type { Transfer } from '../../shared/ledger/transfer.ts';
import type { CaseEvent, Mobility } from '../../shared/mobility/case.ts';
import { mails as mailTable } from '../../shared/mobility/effects.ts';
import { loadCase } from '../../shared/mobility/perform.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { casePartition, prefixes } from '../../shared/store/keys.ts';
import type { Item } from '../../shared/store/port.ts';
import { allRecords, type TableRecord } from './tables.ts';

/** A mail as it lies in the mailbox. */
export interface Mail {
  readonly at: string;
  readonly to: string;
  readonly notice: string;
  readonly mobility: string;
  /** The plain text, on one line. */
  readonly text: string;
}

/** One case, with everything that it left in the system. */
export interface CaseLife {
  readonly nomination: Nomination;
  readonly mobility: Mobility;
  readonly events: readonly CaseEvent[];
  readonly transfers: readonly Transfer[];
  readonly statement: Statement;
  readonly outcome: CaseOutcome;
  readonly mails: readonly Mail[];
}

export interface ExecutionLife {
  readonly name: string;
  readonly status: string;
  readonly history: string;
}

/** Everything that a cohort left behind, read while its host was still up. */
export interface Life {
  readonly now: string;
  readonly cases: readonly CaseLife[];
  readonly mails: readonly Mail[];
  readonly records: readonly TableRecord[];
  readonly executions: readonly ExecutionLife[];
  readonly paymentFiles: readonly { readonly name: string; readonly xml: string }[];
  /** Movements of the institution's own account at the pretend bank. */
  readonly movements: readonly MovementView[];
  readonly instructions: readonly InstructionView[];
  readonly objectKeys: readonly string[];
  readonly undelivered: number;
}

export async function recordLife({ host, members }: Replayed): Promise<Life> {
  const mails = await allMails(host);
  const cases: CaseLife[] = [];
  for (const { nomination, id = '' } of members) {
    const { institution, row, story } = nomination;
    const mobility = await loadCase(host.store, institution, id);
    const transfers = await transfersOfCase(host.store, institution, id);
    const ledger = statement(transfers);
    cases.push({
      nomination,
      mobility,
      events: await eventsOf(host, institution, id),
      transfers,
      statement: ledger,
      outcome: caseOutcome(row, story, mobility, ledger, 'NOK'),
      mails: mails.filter((mail) => mail.mobility === id),
    });
  }
  return {
    now: host.clock.now(),
    cases,
    mails,
    records: await allRecords(),
    executions: await executionsOf(),
    paymentFiles: await paymentFiles(host),
    movements: host.bank.movements(host.rules.institution('nhh')?.bank.account ?? ''),
    instructions: host.bank.instructions(),
    objectKeys: host.objects.list(host.bucket, '', '', 1000).map(({ key }) => key),
    undelivered: host.undelivered().length,
  };
}

/** The case of a family name. */
export function caseOf(life: Life, familyName: string): CaseLife {
  const found = life.cases.find(({ nomination }) => nomination.familyName === familyName);
  if (!found) throw new Error(`Nobody of the name ${familyName} has a case.`);
  return found;
}

/**
 * The notices of a case in their order. Mails of one moment leave side by side, so those stand in the order of the journey,
 * which is that of the table of mails. Codes are asked for and not notices.
 */
export function notices({ mails }: CaseLife): readonly string[] {
  return mails
    .filter(({ notice }) => notice !== 'code')
    .toSorted((a, b) => compare(a.at, b.at) || journey.indexOf(a.notice) - journey.indexOf(b.notice))
    .map(({ notice }) => notice);
}

const journey: readonly string[] = Object.keys(mailTable);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** To whom codes were sent, in order. */
export const codesTo = ({ mails }: CaseLife): readonly string[] =>
  mails.filter(({ notice }) => notice === 'code').map(({ to }) => to);

/**
 * What happened, in order: `participant AgreementSigned`. Without the opening of the stay, whose workflow runs beside that of
 * the first payment: either may come first.
 */
export const happened = ({ events }: CaseLife): readonly string[] =>
  events.filter(({ type }) => type !== 'StayOpened').map(({ by, type }) => `${by} ${type}`);

/** Each payment in a line: `PRE1 1484.00 EUR, 17425.87 NOK: booked`. */
export const paymentsOf = ({ mobility }: CaseLife): readonly string[] =>
  mobility.payments.map(({ id, amount, local, state, reason }) => {
    const why = reason === undefined ? '' : ` ${reason}`;
    return `${id.split('-').at(-1)} ${formatDecimal(amount)} EUR, ${formatDecimal(local)} NOK: ${state}${why}`;
  });

/** What the ledger says of the case in the end, without the names of the case. */
export function money({ outcome }: CaseLife): Record<string, string> {
  const { state, entitlement, paid, repaid, waived, writtenOff, outstanding, paidLocal, repaidLocal } = outcome;
  return { state, entitlement, paid, repaid, waived, writtenOff, outstanding, paidLocal, repaidLocal };
}

async function eventsOf(host: Host, institution: string, id: string): Promise<CaseEvent[]> {
  const range = { pk: casePartition(institution, id), prefix: prefixes.event };
  return (await host.store.query<Item & { readonly event: CaseEvent }>('cases', range)).map(({ event }) => event);
}

export async function allMails(host: Host): Promise<readonly Mail[]> {
  const mails: Mail[] = [];
  for (const { id, at } of host.mailbox.list({ after: 0, limit: 10_000 })) {
    const parsed = await PostalMime.parse(host.mailbox.get(id)?.raw ?? '');
    const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value ?? '';
    const to = (parsed.to?.[0]?.address ?? '').toLowerCase();
    mails.push({
      at,
      to,
      notice: header('x-wayfare-notice'),
      mobility: header('x-wayfare-case'),
      text: (parsed.text ?? '').replaceAll(/\s+/g, ' '),
    });
  }
  return mails;
}

/** Every execution with its whole history, by the wire protocol. */
async function executionsOf(): Promise<readonly ExecutionLife[]> {
  const client = new SFNClient({});
  const found: ExecutionLife[] = [];
  for await (const { stateMachines = [] } of paginateListStateMachines({ client }, {})) {
    for (const { stateMachineArn } of stateMachines) {
      for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn })) {
        for (const { executionArn, name = '', status = '' } of executions) {
          let history = '';
          for await (const { events } of paginateGetExecutionHistory({ client }, { executionArn })) {
            history += JSON.stringify(events);
          }
          found.push({ name, status, history });
        }
      }
    }
  }
  client.destroy();
  return found;
}

async function paymentFiles(host: Host) {
  const files = host.objects.list(host.bucket, 'bank/out/', '', 1000);
  return Promise.all(
    files.map(async (file) => ({ name: file.key, xml: (await buffer(host.objects.read(file))).toString('utf8') })),
  );
}
