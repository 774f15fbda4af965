import type { UploadType } from '../mobility/uploads.ts';
import { UPLOAD_BYTES, uploadType } from '../mobility/uploads.ts';
import type { InboundBody, InboundFile, InboundHead } from './inbound-parse.ts';
import { withoutQuote } from './inbound-text.ts';

/** What the mail service found out about a mail, in its words. Everything but these four reads as "not looked at". */
export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED';

export interface Verdicts {
  readonly dmarc: Verdict;
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly spam: Verdict;
  readonly virus: Verdict;
}

/** Why a mail is not filed. Nobody is told, and nothing is answered: an answer could begin a loop. */
export type DropReason = 'own-mail' | 'bounce' | 'automatic' | 'bulk';

/** Most files of one mail that are filed. */
export const FILES_PER_REPLY = 10;
/** Most characters of its text that are kept. */
export const REPLY_CHARACTERS = 8000;
/** Pictures within the text that are smaller are logos and smileys. */
const ORNAMENT_BYTES = 32 * 1024;

/**
 * Why a mail is dropped, from its head alone; undefined when a person seems to have written it. `from` is the address
 * that our own mails come from.
 */
export function dropReason(head: InboundHead, source: string, from: string): DropReason | undefined {
  if (isOurs(head, from)) return 'own-mail';
  if (isBounce(head, source)) return 'bounce';
  if (isAutomatic(head)) return 'automatic';
  const precedence = words(head, 'precedence');
  return precedence.some((word) => ['bulk', 'junk', 'list'].includes(word)) ? 'bulk' : undefined;
}

/** A mail of ours that came back to us by some rule or list. */
function isOurs(head: InboundHead, from: string): boolean {
  return (
    head.values('x-wayfare-notice').length > 0 ||
    head.values('x-wayfare-case').length > 0 ||
    head.from?.toLowerCase() === from.toLowerCase()
  );
}

function isBounce(head: InboundHead, source: string): boolean {
  const returnPath = [source, ...head.values('return-path')].map((path) => path.replaceAll(/[<>\s]/g, ''));
  if (returnPath.includes('')) return true;
  const names = [...returnPath, head.from ?? ''].map((address) => address.toLowerCase().split('@')[0] ?? '');
  if (names.some((name) => ['mailer-daemon', 'postmaster'].includes(name))) return true;
  // Delivery reports and read receipts.
  return head.values('content-type').some((type) => /^\s*multipart\/report\b/i.test(type));
}

/** What vacation programs begin their subjects with. A person who answers us begins with `Re:`. */
const automaticSubject =
  /^\s*(automatic reply|auto[- ]?reply|out of (the )?office|autosvar|automatisk svar|automatisch antwoord|afwezig|automatische antwort|abwesenheit|réponse automatique|respuesta automática|risposta automatica)\b/iu;

function isAutomatic(head: InboundHead): boolean {
  if (words(head, 'auto-submitted').some((word) => word !== 'no')) return true;
  if (words(head, 'precedence').includes('auto_reply')) return true;
  const telling = ['x-auto-response-suppress', 'x-autoreply', 'x-autorespond', 'x-autoresponse'];
  if (telling.some((name) => words(head, name).some((word) => word !== 'none' && word !== 'no'))) return true;
  return automaticSubject.test(head.subject);
}

/** The values of a header in lower case, up to the first parameter. */
function words(head: InboundHead, name: string): readonly string[] {
  return head.values(name).map((value) => (value.split(';')[0] ?? '').trim().toLowerCase());
}

/**
 * Whether the sender is who the mail says. `proven`: the sender's domain vouches for it (DMARC). `failed`: the domain
 * says that it is not so, or the mail names no sender or several. `unproven`: nobody can say.
 */
export type SenderProof = 'proven' | 'unproven' | 'failed';

/** Why a file of a mail was not filed. */
export type LeftOut = 'virus' | 'not-scanned' | 'kind' | 'size' | 'number';

export interface SiftedFile {
  readonly bytes: Uint8Array;
  readonly type: UploadType;
}

/** What is kept of a mail. */
export interface Sifted {
  readonly sender: SenderProof;
  /** It came from the address that is on file. Only a proven sender's address says something. */
  readonly onFile: boolean;
  readonly text: string;
  readonly cut: boolean;
  readonly files: readonly SiftedFile[];
  readonly leftOut: readonly LeftOut[];
  readonly looksLikeSpam: boolean;
}

/** Keeps what a person has to see of a mail: their own words, and files that can be opened. Reads nothing into them. */
export function sift(head: InboundHead, body: InboundBody, verdicts: Verdicts, addressOnFile: string): Sifted {
  const { text, cut } = withoutQuote(body, REPLY_CHARACTERS);
  return {
    sender: senderProof(head, verdicts),
    onFile: head.from?.toLowerCase() === addressOnFile.toLowerCase(),
    text,
    cut,
    ...siftFiles(body.files, verdicts.virus),
    looksLikeSpam: verdicts.spam === 'FAIL',
  };
}

export function senderProof(head: InboundHead, { dmarc }: Verdicts): SenderProof {
  if (dmarc === 'FAIL' || head.from === undefined) return 'failed';
  return dmarc === 'PASS' ? 'proven' : 'unproven';
}

function siftFiles(given: readonly InboundFile[], virus: Verdict): Pick<Sifted, 'files' | 'leftOut'> {
  const files: SiftedFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const { bytes, withinText } of given) {
    if (bytes.length === 0 || (withinText && bytes.length < ORNAMENT_BYTES)) continue;
    const type = uploadType(bytes);
    if (virus === 'FAIL') leftOut.push('virus');
    else if (virus !== 'PASS') leftOut.push('not-scanned');
    else if (!type) leftOut.push('kind');
    else if (bytes.length > UPLOAD_BYTES) leftOut.push('size');
    else if (files.length === FILES_PER_REPLY) leftOut.push('number');
    else files.push({ bytes, type });
  }
  return { files, leftOut };
}
