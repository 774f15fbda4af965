import { join, resolve } from 'node:path';
import type { Instant } from '../../shared/calendar/clock.ts';
import type { Ids } from '../../shared/mobility/ids.ts';
import type { Rulebook } from '../../shared/rulebook/types.ts';
import type { Store } from '../../shared/store/port.ts';
import type { BilledUnit } from '../aws/prices.ts';
import { assemble, type Parts } from './assemble.ts';
import { restAws } from './aws-endpoints.ts';
import type { PretendBank } from './bank/bank.ts';
import type { MovableClock } from './clock.ts';
import { daysLater, type Step } from './driver.ts';
import type { DeadEvent } from './events/bus.ts';
import { lockFolder } from './lock.ts';
import type { Mailbox } from './mail/mailbox.ts';
import type { Postbox } from './mail/postbox.ts';
import { SmtpPort } from './mail/smtp.ts';
import type { HostOptions } from './options.ts';
import { localPages } from './pages/router.ts';
import type { Objects } from './s3/objects.ts';
import type { Engine } from './stepfunctions/engine.ts';
import type { Installation } from './template/types.ts';
import { leaveWorld } from './world.ts';

/** The whole of Wayfare running in this process. */
export interface Host {
  /** Address of the pages, without a slash at the end. */
  readonly url: string;
  readonly clock: MovableClock;
  readonly ids: Ids;
  readonly rules: Rulebook;
  readonly store: Store;
  readonly objects: Objects;
  /** Name of the bucket with uploads and bank files. */
  readonly bucket: string;
  readonly mailbox: Mailbox;
  /** Takes answers to the mails of the mailbox. */
  readonly postbox: Postbox | undefined;
  /** Port at which mail programs can hand them over, where it is open. */
  readonly smtpPort: number | undefined;
  readonly bank: PretendBank;
  readonly engine: Engine;
  readonly installation: Installation;
  /** Works until nothing is left to do at the present moment. */
  settle(): Promise<void>;
  /** When the next thing happens by itself; undefined when nothing ever will. */
  nextDue(): Promise<Instant | undefined>;
  /** The same, and whose work it will be. */
  nextStep(): Promise<Step | undefined>;
  /** Moves the clock there, from due moment to due moment, working at each. Gives the number of stops. */
  advanceTo(moment: Instant, onStop?: (at: Instant) => void): Promise<number>;
  advanceBy(days: number, onStop?: (at: Instant) => void): Promise<number>;
  /** In live mode: something may have become due; look soon. */
  nudge(): void;
  /** Calls a function by name, e.g. `wayfare-pages`, as AWS would. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** What AWS would bill for, by the names of the price table. */
  units(): Record<BilledUnit, number>;
  /** Events that could not be delivered. */
  undelivered(): DeadEvent[];
  /** Throws everything away and starts with an empty folder, where whoever started this host allows it. */
  readonly beginAnew?: () => void;
  /** Ends in order: finishes what is under way, then closes everything. */
  stop(): Promise<void>;
  /** Ends as abruptly as one can within a process: nothing is finished, the database is killed. */
  kill(): Promise<void>;
}

/**
 * Starts the system on one folder. Everything that was under way when the last process on it ended, however it ended, goes
 * on. One host per process at a time.
 * @throws AlreadyRunning, PortBusy, SynthFailed, NotUnderstood, and what the database and the definitions refuse
 */
export async function startHost(given: HostOptions): Promise<Host> {
  const options = {
    ...given,
    dataDir: resolve(given.dataDir),
    root: given.root ?? join(import.meta.dirname, '..', '..'),
  };
  const unlock = lockFolder(options.dataDir);
  try {
    const parts = await assemble(options);
    const { onBeginAnew } = options;
    const smtp = await openSmtp(parts, options);
    const host = { ...hostOf(parts, unlock, smtp), ...(onBeginAnew ? { beginAnew: onBeginAnew } : {}) };
    parts.web.serve({
      clock: parts.clock,
      ids: parts.ids,
      pages: (event) => parts.runner.invoke(parts.installation.pages, event),
      local: localPages(host),
      report: options.report ?? ((line) => console.error(line)),
    });
    if (parts.clock.mode === 'live') parts.driver.start();
    return host;
  } catch (error) {
    unlock();
    throw error;
  }
}

interface Smtp {
  readonly port: number | undefined;
  close(): Promise<void>;
}

/** The SMTP port, where one is wanted and answers are taken. One that is in use is told and done without. */
async function openSmtp({ postbox, driver }: Parts, { smtpPort, report }: HostOptions): Promise<Smtp> {
  const none = { port: undefined, close: async () => undefined };
  if (smtpPort === undefined || !postbox) return none;
  const tell = report ?? ((line: string) => console.error(line));
  const smtp = new SmtpPort({ postbox, report: tell, taken: () => driver.nudge() });
  const port = await smtp.listen(smtpPort);
  if (port !== undefined) return { port, close: () => smtp.close() };
  tell(`SMTP port ${smtpPort} is in use by another program: mails can be answered in the mailbox only. Set SMTP_PORT.`);
  return none;
}

function hostOf(parts: Parts, unlock: () => void, smtp: Smtp): Host {
  const { driver, engine, clock } = parts;
  return {
    ...parts,
    smtpPort: smtp.port,
    settle: () => driver.settle(),
    nextDue: async () => (await driver.nextStep())?.at,
    nextStep: () => driver.nextStep(),
    nudge: () => driver.nudge(),
    advanceTo: (moment, onStop) => driver.advanceTo(moment, onStop),
    advanceBy: (days, onStop) => driver.advanceTo(daysLater(clock, days), onStop),
    invoke: (name, event) => parts.runner.invoke(name, event),
    units: () => parts.meter.units({ ...parts, functions: parts.installation.functions }),
    undelivered: () => parts.bus.dead(),
    async stop() {
      await smtp.close();
      await parts.web.close();
      await driver.stop();
      await engine.idle();
      await close(parts, unlock, () => parts.database.stop());
    },
    async kill() {
      await parts.database.kill();
      void driver.stop();
      await smtp.close();
      await parts.web.close();
      await close(parts, unlock, async () => undefined);
    },
  };
}

async function close(parts: Parts, unlock: () => void, end: () => Promise<void>): Promise<void> {
  await restAws();
  parts.engine.close();
  parts.bank.close();
  parts.client.destroy();
  for (const reader of parts.readers) reader.close();
  await end();
  parts.file.close();
  leaveWorld();
  unlock();
}
