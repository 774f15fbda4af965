import { element } from './xml.ts';

/** An answer of S3 that is not a success: its HTTP status and its code, e.g. `NoSuchKey`. */
export class S3Refusal extends Error {
  override readonly name = 'S3Refusal';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The body that the SDK reads the error from. */
  toXml(): string {
    return `<?xml version="1.0" encoding="UTF-8"?><Error>${element('Code', this.code)}${element('Message', this.message)}</Error>`;
  }
}

/** What this subset does not do, by name. */
export const notImplemented = (what: string): S3Refusal =>
  new S3Refusal(501, 'NotImplemented', `${what} is not implemented by the local object store.`);
