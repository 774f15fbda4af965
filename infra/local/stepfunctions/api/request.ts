import { isObject, type Json } from '../definition/fields.ts';
import { ApiRefusal } from '../errors.ts';

/** The parsed body of a request. Reading a member of the wrong type refuses the request. */
export class Request {
  readonly #body: Json;

  private constructor(body: Json) {
    this.#body = body;
  }

  /** Parses a body. Throws ApiRefusal SerializationException for what is not a JSON object. */
  static parse(text: string): Request {
    try {
      const body: unknown = text === '' ? {} : JSON.parse(text);
      if (isObject(body)) return new Request(body);
    } catch {
      // Told below: what is not JSON and what is not an object are the same mistake of the sender.
    }
    throw new ApiRefusal('SerializationException', 'The body of the request is not a JSON object.');
  }

  text(member: string): string {
    const value = this.optionalText(member);
    if (value !== undefined) return value;
    throw new ApiRefusal(
      'ValidationException',
      `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
    );
  }

  optionalText(member: string): string | undefined {
    const value = this.#body[member] ?? undefined;
    if (value === undefined || typeof value === 'string') return value;
    throw new ApiRefusal('SerializationException', `The member ${member} must be a string.`);
  }

  flag(member: string, otherwise: boolean): boolean {
    const value = this.#body[member] ?? otherwise;
    if (typeof value === 'boolean') return value;
    throw new ApiRefusal('SerializationException', `The member ${member} must be true or false.`);
  }

  /** maxResults: 0 and nothing mean 100, and 1000 is the most. */
  pageSize(): number {
    const value = this.#body.maxResults ?? 0;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 1000) {
      throw new ApiRefusal('ValidationException', "Value at 'maxResults' must be a whole number from 0 to 1000");
    }
    return value === 0 ? 100 : value;
  }

  /** The place at which the page begins, from nextToken. */
  pageStart(otherwise: number): number {
    const token = this.optionalText('nextToken');
    if (token === undefined) return otherwise;
    const place = /^from:(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
    if (place === undefined) throw new ApiRefusal('InvalidToken', "Invalid Token: 'Invalid token'");
    return Number(place);
  }
}

/** A nextToken for a place. */
export function pageToken(place: number): string {
  return Buffer.from(`from:${place}`).toString('base64url');
}
