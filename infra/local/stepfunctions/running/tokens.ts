import { createHmac, timingSafeEqual } from 'node:crypto';

/** The task that a token stands for. */
export interface TokenTask {
  readonly execution: string;
  readonly strand: number;
  readonly event: number;
}

/**
 * Makes a task token: it names the task and is sealed with the database's seed, so it cannot be guessed, needs no table
 * of its own, and is the same again when a crash makes the same attempt be scheduled twice.
 */
export function makeToken(seed: string, task: TokenTask): string {
  const body = Buffer.from(JSON.stringify([task.execution, task.strand, task.event])).toString('base64url');
  return `${body}.${seal(seed, body)}`;
}

/** Reads a token; undefined for anything that this database has not made. */
export function readToken(seed: string, token: string): TokenTask | undefined {
  const [body, mark, ...rest] = token.split('.');
  if (body === undefined || mark === undefined || rest.length > 0) return undefined;
  const expected = Buffer.from(seal(seed, body));
  const given = Buffer.from(mark);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const [execution, strand, event] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string, number, number];
  return { execution, strand, event };
}

function seal(seed: string, body: string): string {
  return createHmac('sha256', seed).update(body).digest('base64url');
}
