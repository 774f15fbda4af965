import { type Host, startHost } from '../../infra/local/host.ts';
import type { Transfer } from '../../shared/ledger/transfer.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import { loadCase, openCase, perform } from '../../shared/mobility/perform.ts';
import { obligationsMissing } from '../../shared/mobility/waits.ts';
import type { Item } from '../../shared/store/port.ts';
import { application, depsOf, OPEN_DAY } from './applications.ts';

/**
 * A host that goes on with the same few cases until it is killed: applied, approved, signed, paid, confirmed, settled.
 * Whatever an earlier life has done already is refused or changes nothing. Prints a line at every moment that it reaches,
 * and what there is at the end.
 */
const [dataDir = '', count = '0'] = process.argv.slice(2);
const host = await startHost({ dataDir, clock: 'frozen', startAt: OPEN_DAY, seed: 'killed' });
const deps = depsOf(host);
const say = (line: string): void => console.log(line);
say('started');

if (host.clock.now() === OPEN_DAY) {
  for (let n = 1; n <= Number(count); n += 1) {
    await openCase(deps, application(n));
    say(`opened ${n}`);
  }
}
await reach('2025-06-04T07:00:00.000Z');
await everyone({ type: 'approve', by: 'office@nhh.example' });
await everyone({ type: 'sign' });
await reach('2025-12-22T08:00:00.000Z');
const period = { start: '2025-08-18', end: '2025-12-19' };
await everyone({ type: 'confirm-stay', by: 'host', period, name: 'Marie Dupont', role: 'coordinator' });
await everyone((mobility) => ({ type: 'report-obligations', codes: obligationsMissing(mobility) }));
await reach('2026-02-01T00:00:00.000Z');
say(`done ${JSON.stringify(await everything(host))}`);
await host.stop();
process.exit(0);

async function reach(moment: string): Promise<void> {
  await host.advanceTo(moment, say);
}

function mobilities(): string[] {
  const rows = host.engine.store.all('SELECT DISTINCT name FROM executions ORDER BY name');
  return [...new Set(rows.map(({ name }) => String(name).split('-')[1] ?? ''))];
}

async function everyone(asked: Command | ((mobility: Mobility) => Command)): Promise<void> {
  for (const id of mobilities()) {
    const command = typeof asked === 'function' ? asked(await loadCase(host.store, 'nhh', id)) : asked;
    const result = await perform(deps, 'nhh', id, command);
    say(`${id} ${command.type}: ${result.outcome}`);
    await host.settle();
  }
}

async function everything({ engine, mailbox, store, clock, bank }: Host) {
  const ledger = await Promise.all(
    mobilities().map((id) => store.query<Item & Transfer>('ledger', { pk: `nhh#case#${id}` })),
  );
  const cases = await Promise.all(mobilities().map((id) => loadCase(store, 'nhh', id)));
  const mails = mailbox.list({ limit: 10_000 }).map(({ recipients, subject }) => `${recipients.join()} ${subject}`);
  return {
    now: clock.now(),
    executions: engine.store.all('SELECT name, status FROM executions ORDER BY name'),
    outbox: await store.work('nhh#outbox', '9', 100),
    due: (await store.work('nhh#due', '9', 100)).map(({ pk, workSk }) => `${pk} ${workSk}`),
    states: cases.map(({ id, state }) => `${id} ${state}`),
    ledger: ledger
      .flat()
      .map(({ mobility, id, kind, amount }) => `${mobility} ${id} ${kind} ${amount.minor} ${amount.currency}`),
    paid: bank.instructions().map(({ endToEndId, state, amount }) => `${endToEndId} ${state} ${amount.minor}`),
    mails: [...new Set(mails)].sort(),
  };
}
