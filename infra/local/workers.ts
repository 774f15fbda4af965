import type { Clock } from '../../shared/calendar/clock.ts';
import type { PretendBank } from './bank/bank.ts';
import type { Worker } from './driver.ts';
import type { EventBus, InvokeFunction } from './events/bus.ts';
import type { StreamPump } from './events/pump.ts';
import type { Schedules } from './events/schedules.ts';
import type { MailEvents } from './mail/events.ts';
import type { Engine } from './stepfunctions/engine.ts';

const never = async (): Promise<undefined> => undefined;

/** The table's stream, brought to its function. */
export function streamWorker(pump: StreamPump): Worker {
  return { name: 'The stream', work: () => pump.work(), nextDue: never };
}

/** Events that wait for their function. */
export function eventWorker(bus: EventBus): Worker {
  return { name: 'The event bus', work: () => bus.deliver(), nextDue: never };
}

/** What becomes of mails, told to the event bus. */
export function mailWorker(mails: MailEvents): Worker {
  return { name: 'A mail', work: async () => mails.publishDue(), nextDue: async () => mails.nextDue() };
}

/** The workflows: what is under way, and what times out or wakes. */
export function engineWorker(engine: Engine, clock: Clock): Worker {
  return {
    name: 'A workflow',
    async work() {
      const due = engine.nextTimer();
      const timeHasCome = due !== undefined && due <= clock.now();
      if (timeHasCome) await engine.runDue();
      if (engine.isIdle()) return timeHasCome ? 1 : 0;
      await engine.idle();
      return 1;
    },
    nextDue: async () => engine.nextTimer(),
  };
}

/** The pretend bank, which works at its own times. */
export function bankWorker(bank: PretendBank, clock: Clock): Worker {
  return {
    name: 'The bank',
    async work() {
      const due = bank.nextEvent();
      if (due === undefined || due > clock.now()) return 0;
      await bank.runDue();
      return 1;
    },
    nextDue: async () => bank.nextEvent(),
  };
}

/** The recurring schedules, for what is due and not yet done. */
export function scheduleWorker(schedules: Schedules, invoke: InvokeFunction, report: (line: string) => void): Worker {
  return {
    name: 'A schedule',
    work: () =>
      schedules.fire(invoke, (name, error) =>
        report(`Schedule ${name}: ${error instanceof Error ? error.name : 'failed'}`),
      ),
    nextDue: () => schedules.nextDue(),
  };
}
