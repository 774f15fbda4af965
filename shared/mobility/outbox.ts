import { upTo } from '../deadlines/sweep.ts';
import { deliverDraftMail } from '../mail/draft-mail.ts';
import { deliverOfficeLink } from '../mail/office-mail.ts';
import { deliverMail, type MailDeps } from '../mail/send.ts';
import { sendFreshLinks } from '../people/fresh-links.ts';
import { change } from '../store/change.ts';
import { outboxQueue } from '../store/keys.ts';
import type { Key } from '../store/port.ts';
import type { Phase } from './case.ts';
import { checkCase } from './check-books.ts';
import { deliverOnce, undeliveredIn } from './delivery.ts';
import type { DraftEffect, Effect, FreshLinks, OfficeLinkEffect } from './effects.ts';
import { executionName } from './executions.ts';
import type { Deps } from './perform.ts';
import type { OutboxItem } from './records.ts';
import { resume, type SendResult } from './waiting.ts';
import { moveUp } from './waiting-list.ts';

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

/**
 * Does one effect and takes it out of the outbox. Gone already, it was delivered by somebody else; failing, it is tried
 * again later (delivery.ts).
 */
export function deliver(deps: Deps, ports: EffectPorts, key: Key): Promise<void> {
  return deliverOnce<OutboxItem>(deps, key, {
    work: (item) => doEffect(deps, ports, key, item),
    about: ({ effect }) => aboutOf(effect),
  });
}

function aboutOf(effect: Effect | DraftEffect | FreshLinks | OfficeLinkEffect): string {
  switch (effect.type) {
    case 'mail':
    case 'draft-mail':
      return effect.template;
    case 'forget':
      return 'draft';
    case 'fresh-links':
      return 'links';
    case 'office-link':
      return effect.purpose;
    case 'start-phase':
      return effect.phase;
    case 'resume':
      return effect.wait;
    case 'move-up':
      return effect.call;
    case 'check-books':
      return 'books';
  }
}

async function doEffect(deps: Deps, ports: EffectPorts, key: Key, item: OutboxItem): Promise<void> {
  const { institution, mobility, effect } = item;
  const done = change().delete(key).writes;
  switch (effect.type) {
    case 'mail': {
      const mail = { ...deps, ...ports.mail };
      await deliverMail(mail, institution, mobility, `${mobility}-${item.id}`, effect.template, effect.data, {
        after: done,
        ...(effect.mailbox ? { mailbox: effect.mailbox } : {}),
      });
      return;
    }
    case 'draft-mail':
      await deliverDraftMail({ ...deps, ...ports.mail }, institution, mobility, item.id, effect.template, done);
      return;
    case 'office-link':
      await deliverOfficeLink({ ...deps, ...ports.mail }, institution, item.id, effect.purpose, done);
      return;
    case 'fresh-links':
      await sendFreshLinks(deps, item, done);
      return;
    case 'forget':
      // The queue is only a hint: what was given more time since stays.
      if ((item.workSk ?? '') <= upTo(deps.clock.now())) await deps.store.commit(done);
      return;
    case 'start-phase': {
      const name = executionName(institution, mobility, effect.phase, effect.attempt);
      await ports.startPhase(effect.phase, name, { institution, mobility });
      await deps.store.commit(done);
      return;
    }
    case 'move-up':
      await moveUp(deps, institution, effect.call);
      await deps.store.commit(done);
      return;
    case 'check-books':
      await checkCase(deps, institution, mobility);
      await deps.store.commit(done);
      return;
    case 'resume':
      await resume(deps, ports.sendResult, institution, mobility, effect, done);
      return;
  }
}

/** Keys of an institution's effects that the stream has not delivered in time, oldest first. */
export const undelivered = (deps: Deps, institution: string, limit?: number): Promise<readonly Key[]> =>
  undeliveredIn(deps, outboxQueue(institution), limit);
