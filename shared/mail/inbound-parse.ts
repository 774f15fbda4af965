import PostalMime, { type Address, addressParser } from 'postal-mime';
import { isMailAddress } from './compose.ts';

/** Most bytes of a mail that are read: a handful of photographs. A larger one is filed as "too large". */
export const MAIL_BYTES = 24 * 1024 * 1024;
/** Most parts; a mail written by a person has fewer than twenty. */
export const MAIL_PARTS = 500;
/** Most lines: what the largest mail has when its files are in base64, and a fifth more. */
const MAIL_LINES = 400_000;
const NESTING = 20;
const HEAD_BYTES = 256 * 1024;
/** Most characters of the text that are looked at. */
const TEXT_CHARACTERS = 512 * 1024;
const LINE_END = 0x0a;
const DASH = 0x2d;

/** The head of a mail, before anything else of it is read. */
export interface InboundHead {
  /** All values of a header, by its lower-case name. */
  values(name: string): readonly string[];
  /** The one address that it comes from; undefined when it names none, several, or none that could be answered. */
  readonly from: string | undefined;
  readonly subject: string;
}

export interface InboundFile {
  readonly bytes: Uint8Array;
  /** A picture that the text shows, and no attachment of its own. */
  readonly withinText: boolean;
}

export interface InboundBody {
  readonly text: string;
  readonly html: string;
  readonly files: readonly InboundFile[];
}

/** Reads the head of a raw mail: at most 256 KiB of it, of which nothing is believed. Never throws. */
export async function readHead(raw: Uint8Array): Promise<InboundHead> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, HEAD_BYTES));
  const end = /\r?\n\r?\n/.exec(bytes.toString('latin1'))?.index ?? bytes.length;
  try {
    const head = await PostalMime.parse(bytes.subarray(0, end), { maxHeadersSize: HEAD_BYTES });
    const values = (name: string) => head.headers.filter(({ key }) => key === name).map(({ value }) => value);
    return { values, from: onlyAddress(values('from')), subject: head.subject ?? '' };
  } catch {
    return { values: () => [], from: undefined, subject: '' };
  }
}

function onlyAddress(headers: readonly string[]): string | undefined {
  const [header, ...more] = headers;
  if (header === undefined || more.length > 0) return undefined;
  const people: readonly Address[] = addressParser(header);
  const [who, ...others] = people;
  return who?.address !== undefined && others.length === 0 && isMailAddress(who.address) ? who.address : undefined;
}

/** Everybody to whom a mail says that it goes, openly. */
export function recipientsIn(head: InboundHead): readonly string[] {
  const lists = [...head.values('to'), ...head.values('cc')].map((header) => addressParser(header, { flatten: true }));
  return lists.flat().flatMap(({ address }) => (address === undefined ? [] : [address]));
}

/** Reads a whole mail; undefined when it goes beyond the limits or cannot be read at all. Never throws. */
export async function readBody(raw: Uint8Array): Promise<InboundBody | undefined> {
  if (raw.length > MAIL_BYTES || isSplintered(raw)) return undefined;
  try {
    const mail = await PostalMime.parse(raw, {
      maxNestingDepth: NESTING,
      maxHeadersSize: 2 * HEAD_BYTES,
      // A mail inside a mail is somebody else's words: it is left out like any other kind of file.
      forceRfc822Attachments: true,
    });
    return {
      text: (mail.text ?? '').slice(0, TEXT_CHARACTERS),
      html: (mail.html ?? '').slice(0, TEXT_CHARACTERS),
      files: mail.attachments.map(({ content, related }) => ({
        bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
        withinText: related === true,
      })),
    };
  } catch {
    return undefined;
  }
}

/** Whether a mail has more lines, or more lines that could begin a part, than a person's has. Before anything is parsed. */
function isSplintered(raw: Uint8Array): boolean {
  let lines = 0;
  let parts = 0;
  for (let at = raw.indexOf(LINE_END); at >= 0; at = raw.indexOf(LINE_END, at + 1)) {
    lines += 1;
    if (raw[at + 1] === DASH && raw[at + 2] === DASH) parts += 1;
    if (lines > MAIL_LINES || parts > MAIL_PARTS) return true;
  }
  return false;
}
