import * as z from 'zod';
import type { PretendBank } from './bank/bank.ts';
import type { Objects } from './s3/objects.ts';
import { readObject } from './storage.ts';
import type { RuleDefinition } from './template/types.ts';

/** What the bus calls instead of a function when a file for the bank has been written. */
export const BANK = 'local:bank';

const OUT = 'bank/out/';
const IN = 'bank/in/';

/** The bank's own subscription: on AWS its file gateway looks into this folder of the bucket. */
export function bankRule(bucket: string): RuleDefinition {
  return {
    name: 'pretend-bank',
    pattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [bucket] }, object: { key: [{ prefix: OUT }] } },
    },
    functionArns: [BANK],
  };
}

/** Key of a file from the bank. */
export const incomingKey = (institution: string, fileName: string): string => `${IN}${institution}/${fileName}`;

/** Key of a file for the bank. */
export const outgoingKey = (institution: string, fileName: string): string => `${OUT}${institution}/${fileName}`;

const event = z.object({ detail: z.object({ object: z.object({ key: z.string().startsWith(OUT) }) }) });

/**
 * Gives the bank a file that has been written for it. The bus brings an event again after a crash, and a bank that gets
 * a file twice refuses the second as a duplicate; so one that it has is not given again.
 */
export async function takeFile(given: unknown, bucket: string, objects: Objects, bank: PretendBank): Promise<void> {
  const { key } = event.parse(given).detail.object;
  const [institution = '', ...rest] = key.slice(OUT.length).split('/');
  const name = rest.join('/');
  const received = bank
    .files()
    .some((f) => f.direction === 'received' && f.institution === institution && f.name === name);
  const object = objects.find(bucket, key);
  if (received || !object) return;
  await bank.receiveFile(institution, name, await readObject(objects, object));
}
