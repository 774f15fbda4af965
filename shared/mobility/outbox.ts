import { deliverMail, type MailDeps } from '../mail/send.ts';
import { change } from '../store/change.ts';
import { outboxQueue } from '../store/keys.ts';
import type { Key } from '../store/port.ts';
import type { Phase } from './case.ts';
import type { Deps } from './perform.ts';
import type { OutboxItem } from './records.ts';
import { resume, type SendResult } from './waiting.ts';

/** What effects are done with. Every one may be called twice with the same and must not mind. */
export interface EffectPorts {
  readonly mail: Omit<MailDeps, keyof Deps>;
  readonly sendResult: SendResult;
  /** Starts the phase's workflow under this name; a name that was used already is no error. */
  startPhase(
    phase: Phase,
    name: string,
    input: { readonly institution: string; readonly mobility: string },
  ): Promise<void>;
}

/** An undelivered effect is swept when it is older than this; until then the stream is expected to deliver it. */
export const SWEEP_AFTER_MS = 120_000;

/** Does one effect and takes it out of the outbox. It is gone already: somebody else has delivered it. */
export async function deliver(deps: Deps, ports: EffectPorts, key: Key): Promise<void> {
  const item = await deps.store.get<OutboxItem>('cases', key);
  if (!item) return;
  const { institution, mobility, effect } = item;
  const done = change().delete(key).writes;
  switch (effect.type) {
    case 'mail': {
      const mail = { ...deps, ...ports.mail };
      await deliverMail(mail, institution, mobility, `${mobility}-${item.id}`, effect.template, effect.data, done);
      return;
    }
    case 'start-phase': {
      const name = `${institution}-${mobility}-${effect.phase}-${effect.attempt}`;
      await ports.startPhase(effect.phase, name, { institution, mobility });
      break;
    }
    case 'resume':
      await resume(deps, ports.sendResult, institution, mobility, effect.wait);
      break;
  }
  await deps.store.commit(done);
}

/** Keys of an institution's effects that the stream has not delivered in time, oldest first. */
export async function undelivered(deps: Deps, institution: string, limit = 100): Promise<readonly Key[]> {
  const until = new Date(Date.parse(deps.clock.now()) - SWEEP_AFTER_MS).toISOString();
  return deps.store.work(outboxQueue(institution), until, limit);
}
