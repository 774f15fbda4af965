import { StateFailure } from '../errors.ts';

/** Inputs, outputs and results may hold 256 KiB of UTF-8. */
export const LARGEST_PAYLOAD_BYTES = 256 * 1024;

/** A JSON value and its text, each made from the other only when it is asked for. */
export class Payload {
  #text: string | undefined;
  #value: unknown;
  #parsed: boolean;

  private constructor(text: string | undefined, value: unknown, parsed: boolean) {
    this.#text = text;
    this.#value = value;
    this.#parsed = parsed;
  }

  /** Of a JSON text that is known to be valid. */
  static ofText(text: string): Payload {
    return new Payload(text, undefined, false);
  }

  /** Of a JSON value; `undefined` counts as null. */
  static of(value: unknown): Payload {
    return new Payload(undefined, value ?? null, true);
  }

  /** Of what a Lambda function answered; a copy, for the handler may keep its own. */
  static answered(value: unknown): Payload {
    return Payload.ofText(JSON.stringify(value) ?? 'null');
  }

  /**
   * Of what an expression or a template gave: JSON only, without the marks that jsonata leaves on its lists. Throws for
   * a function; a number without JSON becomes its name (`Infinity`), as on AWS.
   */
  static evaluated(value: unknown): Payload {
    return Payload.ofText(JSON.stringify(value, jsonOnly));
  }

  get text(): string {
    this.#text ??= JSON.stringify(this.#value) ?? 'null';
    return this.#text;
  }

  /** Never change what this returns: it is shared. */
  get value(): unknown {
    if (!this.#parsed) {
      this.#value = JSON.parse(this.text);
      this.#parsed = true;
    }
    return this.#value;
  }
}

function jsonOnly(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'function') throw new TypeError('a function has no JSON');
  if (typeof value === 'object' && value !== null && ('_jsonata_function' in value || '_jsonata_lambda' in value)) {
    throw new TypeError('a function has no JSON');
  }
  return value;
}

/** True for a text of more than 256 KiB in UTF-8. */
export function isTooLarge(text: string): boolean {
  // A UTF-16 unit takes at most three bytes, so most texts need no counting.
  return text.length * 3 > LARGEST_PAYLOAD_BYTES && Buffer.byteLength(text, 'utf8') > LARGEST_PAYLOAD_BYTES;
}

/** Answers the payload, or throws States.DataLimitExceeded. `what` names it, e.g. "The state 'Pay' returned a result". */
export function withinLimit(payload: Payload, what: string): Payload {
  if (!isTooLarge(payload.text)) return payload;
  throw new StateFailure({
    error: 'States.DataLimitExceeded',
    cause: `${what} with a size exceeding the maximum number of bytes service limit.`,
  });
}
