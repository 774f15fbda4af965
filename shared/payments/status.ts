import type { StatusCode } from './types.ts';

/**
 * How far a status says that a payment has come. A status of a lower rank that arrives late changes nothing
 * (design.md §5); equal rank with another code is for a person. None of them is the booking: money is posted on camt.
 */
const ranks: Readonly<Record<StatusCode, number>> = {
  RCVD: 1,
  PDNG: 2,
  PART: 2,
  ACTC: 3,
  ACCP: 4,
  ACWC: 4,
  ACSP: 5,
  ACSC: 6,
  ACCC: 7,
  CANC: 8,
  RJCT: 8,
};

/** 1 (received) to 7 (credited to the payee); 8 for the two that end a payment without money. */
export function rankOf(status: StatusCode): number {
  return ranks[status];
}

/** The bank means to pay: from the check of the file's form (ACTC) on. */
export function isAccepted(status: string): boolean {
  return isRanked(status) && ranks[status] >= ranks.ACTC && ranks[status] < ranks.RJCT;
}

/** The bank says that the money has left our account (ACSC), or has reached the payee's (ACCC). */
export function isSettled(status: string): boolean {
  return isRanked(status) && ranks[status] >= ranks.ACSC && ranks[status] < ranks.RJCT;
}

function isRanked(status: string): status is StatusCode {
  return Object.hasOwn(ranks, status);
}

/**
 * Further codes of the external list that banks send since pain.002.001.10, read as the nearest that matters here.
 * `BLCK` and `ACWP` are neither yes nor no: the money has not moved and still may.
 */
const nearest: ReadonlyMap<string, StatusCode> = new Map([
  ['ACFC', 'ACCP'],
  ['ACWP', 'PDNG'],
  ['BLCK', 'PDNG'],
  ['PATC', 'PART'],
  ['PRES', 'PDNG'],
  ['ACIS', 'ACSP'],
]);

/** The status that a code of a pain.002 file means; undefined for one that is not known. */
export function statusOf(code: string): StatusCode | undefined {
  return isRanked(code) ? code : nearest.get(code);
}

const duplicateReasons: ReadonlySet<string> = new Set(['AM05', 'DUPL', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05']);

/**
 * Whether a rejection says only that the bank had the same file or payment before. It is then no word about the first
 * one, which stands: to pay anew on it would pay twice.
 */
export function isDuplicateReason(reason: string | undefined): boolean {
  return reason !== undefined && duplicateReasons.has(reason);
}
