import { createHash } from 'node:crypto';

/**
 * Randomness that depends only on the database's seed and on where it is used, never on the order of work: the same
 * state of the same execution draws the same numbers again after a crash, and a replay with the same seed draws them too.
 */
export class Chance {
  readonly #seed: string;
  #drawn = 0;

  /** `place` is unique per evaluation, e.g. the execution's ARN and the id of the event before it. */
  constructor(seed: string, place: string) {
    this.#seed = `${seed}\n${place}`;
  }

  /** A number from 0 (included) to 1 (excluded). */
  number(): number {
    return numberOf(this.#next());
  }

  /** A version 4 UUID. */
  uuid(): string {
    return uuidOf(this.#next());
  }

  #next(): Buffer {
    this.#drawn += 1;
    return createHash('sha256').update(`${this.#seed}\n${this.#drawn}`).digest();
  }
}

/** The number that `$random(seed)` returns for an integer seed: the same each time, as documented. */
export function seededNumber(seed: number): number {
  return numberOf(createHash('sha256').update(`seed ${seed}`).digest());
}

/** A fresh seed for a new database, from the host's source of randomness. */
export function drawSeed(random: () => number): string {
  let seed = '';
  for (let i = 0; i < 4; i += 1) seed += Math.floor(random() * 2 ** 48).toString(36);
  return seed;
}

function numberOf(bytes: Buffer): number {
  return bytes.readUIntBE(0, 6) / 2 ** 48;
}

function uuidOf(bytes: Buffer): string {
  const b = Buffer.from(bytes.subarray(0, 16));
  b.writeUInt8((b.readUInt8(6) & 0x0f) | 0x40, 6);
  b.writeUInt8((b.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = b.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
