import type { ReasonCode } from '../language/bank-reasons.ts';

/** Who has to act before the same money can be paid again. */
type Actor = 'payee' | 'institution';

/**
 * Whose the bank's reason codes are (ISO 20022 ExternalStatusReason1Code and ExternalReturnReason1Code; what they mean stands
 * in shared/language/bank-reasons.ts). `payee`: the account is to blame, and only another one helps. `institution`: our file,
 * account or agreement with the bank, the law, or what only people can find out (MD07: nobody writes to the dead; the office
 * finds out whose account it was); another account would not help, and finance sees to it.
 */
const acting: Readonly<Record<Actor, readonly ReasonCode[]>> = {
  payee: [
    'AC01',
    'AC03',
    'AC04',
    'AC06',
    'AC07',
    'AC09',
    'AC11',
    'AC14',
    'AC15',
    'AC17',
    'AG01',
    'AG03',
    'BE01',
    'BE06',
    'CNOR',
    'RC01',
    'RC04',
  ],
  institution: [
    'AC02',
    'AC05',
    'AC13',
    'AM01',
    'AM02',
    'AM03',
    'AM04',
    'AM05',
    'AM06',
    'AM07',
    'AM09',
    'BE04',
    'BE05',
    'BE22',
    'CURR',
    'CUST',
    'DT01',
    'ED05',
    'FF01',
    'FOCR',
    'MD07',
    'RR01',
    'RR02',
    'RR03',
    'RR04',
    'TM01',
  ],
};

const actors: ReadonlyMap<string, Actor> = new Map<string, Actor>([
  ...acting.payee.map((code) => [code, 'payee'] as const),
  ...acting.institution.map((code) => [code, 'institution'] as const),
]);

/** Families of codes that speak of the file, the order, or our own account, whatever their number. */
const ownFamilies: readonly string[] = ['AM', 'CH', 'DS', 'DT', 'DU', 'ED', 'FF', 'ID', 'TM', 'TS'];
const own: ReadonlySet<string> = new Set(['CANC', 'DNOR', 'DUPL', 'RC03']);

export interface Failure {
  readonly state: string;
  readonly reason?: string;
  /** The bank refused the whole file that it stood in. */
  readonly fileRefused?: boolean;
}

/**
 * Whether a payment failed because of the payee's account, so that only another one helps. Without a known reason: what had
 * been paid and came back was sent back by the receiving bank, so its account is doubted; what our own bank refused is a
 * question to our bank. A whole file is refused for one payee's sake only where the reason says so.
 */
export function accountFailed({ state, reason, fileRefused = false }: Failure): boolean {
  if (state !== 'rejected' && state !== 'returned') return false;
  const known = reason === undefined ? undefined : actors.get(reason);
  if (known) return known === 'payee';
  return state === 'returned' && !fileRefused && !isOwn(reason);
}

/** A payment that failed for a reason that finance has to see to: the account is not to blame. */
export function failedOnOurSide(failure: Failure | undefined): boolean {
  if (failure?.state !== 'rejected' && failure?.state !== 'returned') return false;
  return !accountFailed(failure);
}

function isOwn(reason: string | undefined): boolean {
  if (reason === undefined) return false;
  return own.has(reason) || (/^[A-Z]{2}\d\d$/.test(reason) && ownFamilies.includes(reason.slice(0, 2)));
}

/** Reasons after which the bank doubts who is paid, so that a person looks before anything is paid again. */
const doubts: ReadonlyMap<string, 'name-mismatch' | 'regulatory'> = new Map([
  ['BE01', 'name-mismatch'],
  ['BE06', 'name-mismatch'],
  ['AM07', 'regulatory'],
  ['RR04', 'regulatory'],
]);

/** What a second person has to look at before the payee is paid again; undefined where another account is enough. */
export function doubtIn({ state, reason = '' }: Failure): 'name-mismatch' | 'regulatory' | undefined {
  return state === 'rejected' || state === 'returned' ? doubts.get(reason) : undefined;
}
