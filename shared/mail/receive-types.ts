import type { Deps } from '../mobility/perform.ts';
import type { DropReason, Verdicts } from './inbound.ts';

/** A mail that the mail service has taken for us: where its bytes lie, and what it found out. */
export interface Arrival {
  /** Key of the raw mail. */
  readonly key: string;
  /** Envelope sender; empty for bounces. Absent where only the raw mail is left: then it is who the mail says. */
  readonly source?: string;
  /** Envelope recipients. Absent where only the raw mail is left: then they are those that the mail names. */
  readonly recipients?: readonly string[];
  readonly verdicts: Verdicts;
}

/** Where raw mails wait. */
export interface Inbox {
  /** The bytes, or why there are none to be had. */
  get(key: string, most: number): Promise<Uint8Array | 'gone' | 'too-large'>;
  remove(key: string): Promise<void>;
}

export interface ReceiveDeps extends Deps {
  readonly inbox: Inbox;
  readonly files: { putOnce(key: string, body: Uint8Array, contentType: string): Promise<'written' | 'exists'> };
  /** Domain of the addresses for answers. */
  readonly domain: string;
  /** The address that our own mails come from. */
  readonly from: string;
}

/** What became of a mail, for the log: reasons and ids only. */
export type Received =
  | { readonly outcome: 'filed' | 'filed-before'; readonly mobility: string; readonly reply: string }
  | {
      readonly outcome: 'dropped';
      readonly reason: DropReason | 'no-address' | 'gone' | 'unknown' | 'expired' | 'too-many';
      readonly institution?: string;
    };
