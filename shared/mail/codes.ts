import { createHash, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../calendar/clock.ts';
import { addDuration } from '../calendar/zones.ts';
import type { Ids } from '../mobility/ids.ts';
import { outboxKey, outboxQueue, workSort } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';
import { changeLink, type Link } from './links.ts';

/** A code can be typed for this long after it was sent. */
export const CODE_MINUTES = 15;
/** So many wrong tries make a code worthless; a new one must be asked for. */
export const WRONG_TRIES = 5;
/** So many codes can be asked for within one hour: 25 guesses an hour at one number in a million. */
export const CODES_PER_HOUR = 5;

/** The mail that carries a one-time code. The code is made when the mail is sent, so that it never lies in the store. */
export interface CodeEffect {
  readonly type: 'mail';
  readonly template: 'code';
  readonly data: { readonly link: string };
  /** Where else than to the holder of the link. */
  readonly mailbox?: 'participant-new';
}

/** The outbox item of such a mail, in the form of every other one (shared/mobility/records.ts). */
export interface CodeOutboxItem extends Item {
  readonly id: string;
  readonly institution: string;
  readonly mobility: string;
  readonly effect: CodeEffect;
}

export type CodeRequest = { readonly kind: 'asked' } | { readonly kind: 'too-many'; readonly again: Instant };

/**
 * Asks for a code: writes the request and the mail's outbox item in one transaction. Refused, with the moment from which
 * it works again, when five were asked for within the last hour.
 */
export async function requestCode(
  store: Store,
  link: Link,
  now: Instant,
  mailbox?: 'participant-new',
): Promise<CodeRequest> {
  let again: Instant | undefined;
  await changeLink(
    store,
    link,
    now,
    (current) => {
      const recent = current.codesAsked.filter((at) => hourAfter(at) > now);
      const first = recent[0];
      again = recent.length >= CODES_PER_HOUR && first ? hourAfter(first) : undefined;
      if (again) return undefined;
      return { ...current, codesAsked: [...recent, now], codeCount: current.codeCount + 1 };
    },
    (changed) => [codeMail(changed, now, mailbox)],
  );
  return again ? { kind: 'too-many', again } : { kind: 'asked' };
}

const hourAfter = (at: Instant): Instant => addDuration(at, { hours: 1 });

function codeMail(link: Link, now: Instant, mailbox?: 'participant-new'): CodeOutboxItem {
  const id = `code-${link.hash.slice(0, 12)}-${link.codeCount}`;
  return {
    ...outboxKey(link.institution, link.mobility, id),
    workPk: outboxQueue(link.institution),
    workSk: workSort(now, id),
    id,
    institution: link.institution,
    mobility: link.mobility,
    effect: { type: 'mail', template: 'code', data: { link: link.hash }, ...(mailbox ? { mailbox } : {}) },
  };
}

/**
 * Makes the code for a request at the moment its mail is sent, and stores its hash with the link. A newer code replaces
 * an older one. `context` is the mail's id. `of` is the address that it shows to be somebody's: such a code is good for
 * that and for nothing else that the link can do.
 */
export async function makeCode(
  deps: { store: Store; ids: Ids },
  link: Link,
  now: Instant,
  context: string,
  of = '',
): Promise<string> {
  const code = deps.ids.code(context);
  await changeLink(deps.store, link, now, (current) => ({
    ...current,
    code: { hash: codeHash(link.hash, code, of), expiresAt: addDuration(now, { minutes: CODE_MINUTES }), wrong: 0 },
  }));
  return code;
}

export type CodeCheck =
  | { readonly kind: 'ok' }
  /** Nothing was asked for, or it has been used: one code, one act. */
  | { readonly kind: 'none' | 'expired' | 'locked' }
  | { readonly kind: 'wrong'; readonly left: number };

/** Checks a typed code, `of` an address where it went to one that is not on file. A right one is used up by it; a wrong one is counted, also when many arrive at once. */
export async function checkCode(store: Store, link: Link, typed: string, now: Instant, of = ''): Promise<CodeCheck> {
  const given = codeHash(link.hash, typed.replaceAll(/\s/g, ''), of);
  let result: CodeCheck = { kind: 'none' };
  await changeLink(store, link, now, (current) => {
    const { code, ...rest } = current;
    if (!code) result = { kind: 'none' };
    else if (code.expiresAt <= now) result = { kind: 'expired' };
    else if (code.wrong >= WRONG_TRIES) result = { kind: 'locked' };
    else if (timingSafeEqual(Buffer.from(code.hash), Buffer.from(given))) {
      result = { kind: 'ok' };
      return { ...rest, codeDone: current.codeCount };
    } else {
      const wrong = code.wrong + 1;
      result = wrong >= WRONG_TRIES ? { kind: 'locked' } : { kind: 'wrong', left: WRONG_TRIES - wrong };
      return { ...current, code: { ...code, wrong } };
    }
    return undefined;
  });
  return result;
}

/** Salted with the link, so that equal codes of two links look different. */
function codeHash(linkHash: string, code: string, of: string): string {
  const about = of === '' ? linkHash : JSON.stringify([linkHash, of.toLowerCase()]);
  return createHash('sha256').update(`${about}:${code}`).digest('hex');
}
