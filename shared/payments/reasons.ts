/** Who has to act before the same money can be paid again. */
type Actor = 'payee' | 'institution';

/** A reason code: whose it is, and what it means to the person whose account it was (each goes on after "because"). */
type Reason = readonly [acts: Actor, meaning: string];

/**
 * What the bank's reason codes mean (ISO 20022 ExternalStatusReason1Code and ExternalReturnReason1Code). `payee`: the
 * account is to blame, and only another one helps. `institution`: our file, account or agreement with the bank, the law, or
 * what only people can find out; another account would not help, and finance sees to it.
 */
const reasons: Readonly<Record<string, Reason>> = {
  AC01: ['payee', 'the account number is wrong'],
  AC02: ['institution', 'the institution’s account number is wrong'],
  AC03: ['payee', 'the account number is wrong'],
  AC04: ['payee', 'the account is closed'],
  AC05: ['institution', 'the institution’s account is closed'],
  AC06: ['payee', 'the account is blocked'],
  AC07: ['payee', 'the account is closed'],
  AC09: ['payee', 'the account is in another currency'],
  AC11: ['payee', 'the account is in another currency'],
  AC13: ['institution', 'the institution’s account is of the wrong kind'],
  AC14: ['payee', 'the account is of a kind that takes no such payments'],
  AC15: ['payee', 'the account has got another number'],
  AC17: ['payee', 'the account is being wound up'],
  AG01: ['payee', 'this account cannot receive such payments'],
  AG03: ['payee', 'this bank does not take such payments'],
  AM01: ['institution', 'the amount was zero'],
  AM02: ['institution', 'the amount is above what the bank carries out'],
  AM03: ['institution', 'the bank does not carry out payments in this currency'],
  AM04: ['institution', 'the institution’s account did not hold enough'],
  AM05: ['institution', 'the bank had the same payment before'],
  AM06: ['institution', 'the amount is below what the bank carries out'],
  AM07: ['institution', 'the amount was blocked by an authority'],
  AM09: ['institution', 'the amount was not the agreed one'],
  BE01: ['payee', 'the name does not belong to the account'],
  BE04: ['institution', 'the bank needs the payee’s address'],
  BE05: ['institution', 'the bank did not know who sent the payment'],
  BE06: ['payee', 'the bank does not know the payee'],
  BE22: ['institution', 'the name of the payee is missing'],
  CNOR: ['payee', 'the bank of this account cannot be reached by such payments'],
  CURR: ['institution', 'the currency of the payment is wrong'],
  CUST: ['institution', 'the payment was called back'],
  DT01: ['institution', 'the date of the payment is wrong'],
  ED05: ['institution', 'the banks could not settle it between them'],
  FF01: ['institution', 'the bank could not read the payment file'],
  FOCR: ['institution', 'the payment was called back'],
  // Nobody writes to the dead; the office finds out whose account it was.
  MD07: ['institution', 'the holder of the account has died'],
  RC01: ['payee', 'the bank of this account was not found'],
  RC04: ['payee', 'the bank of this account was not found'],
  RR01: ['institution', 'the bank needs to know more about the institution’s account'],
  RR02: ['institution', 'the bank needs the institution’s name and address'],
  RR03: ['institution', 'the bank needs the payee’s name and address'],
  RR04: ['institution', 'the bank must not carry it out for legal reasons'],
  TM01: ['institution', 'it came to the bank too late in the day'],
};

/** Codes that say that no reason is given. */
const unspecified: Readonly<Record<string, string>> = {
  MS02: 'the receiver gave no reason',
  MS03: 'the bank gave no reason',
  NARR: 'the bank gave its reason in words',
};

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
  const known = reason !== undefined && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  if (known) return known[0] === 'payee';
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

/** What finance systems call what banks have accounts for. */
const inVouchers: Readonly<Record<string, string>> = {
  AC01: 'there is no such cost centre',
  AC03: 'there is no such cost centre',
  AC04: 'the cost centre is closed',
  AC06: 'the cost centre is blocked',
  AC07: 'the cost centre is closed',
  AM04: 'the project does not hold enough',
  AM05: 'the finance system had the same voucher before',
  DT01: 'the period of the voucher is closed',
  FF01: 'the finance system could not read the voucher',
  MS03: 'the finance system gave no reason',
  NARR: 'the finance system gave its reason in words',
};

/** `AC04` → `the account is closed (AC04)`; an unknown code stands alone. `vouchers`: of a finance system, of no bank. */
export function bankReason(code: string | undefined, vouchers = false): string {
  if (code === undefined || code === '') return `the ${vouchers ? 'finance system' : 'bank'} gave no reason`;
  const meaning = (vouchers ? textOf(inVouchers, code) : undefined) ?? meaningOf(code);
  return meaning === undefined ? code : `${meaning} (${code})`;
}

function meaningOf(code: string): string | undefined {
  return Object.hasOwn(reasons, code) ? reasons[code]?.[1] : textOf(unspecified, code);
}

const textOf = (texts: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(texts, code) ? texts[code] : undefined;

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
