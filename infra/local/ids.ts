import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../../shared/mobility/ids.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random values; the context is ignored. */
export const liveIds: Ids = {
  id: () => crockford(randomBytes(10)),
  secret: () => randomBytes(24).toString('base64url'),
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
};

/**
 * Values that follow from the seed and the context alone, so that two replays agree whatever the order of their work.
 * For replays and tests only: whoever knows the seed knows every secret.
 */
export function seededIds(seed: string): Ids {
  const derive = (kind: string, context: string): Buffer =>
    createHmac('sha256', seed).update(`${kind}\0${context}`).digest();
  return {
    id: (context) => crockford(derive('id', context)),
    secret: (context) => derive('secret', context).subarray(0, 24).toString('base64url'),
    // 48 bits against one million: the bias is far below anything a test could see.
    code: (context) => String(derive('code', context).readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
  };
}

/** Ten characters, five bits from each of ten bytes. */
function crockford(bytes: Buffer): string {
  return [...bytes.subarray(0, 10)].map((byte) => CROCKFORD[byte & 31]).join('');
}
