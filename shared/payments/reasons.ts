/**
 * What the bank's reason codes mean (ISO 20022 ExternalStatusReason1Code and ExternalReturnReason1Code), for the person
 * whose account it was: each goes on after "because".
 */
const meanings: Readonly<Record<string, string>> = {
  AC01: 'the account number is wrong',
  AC02: 'the account number is wrong',
  AC03: 'the account number is wrong',
  AC04: 'the account is closed',
  AC05: 'the institution’s account is closed',
  AC06: 'the account is blocked',
  AC07: 'the account is closed',
  AC13: 'the institution’s account is of the wrong kind',
  AC14: 'the account is of a kind that takes no such payments',
  AC16: 'the status of the account does not allow it',
  AG01: 'this account cannot receive such payments',
  AG03: 'this bank does not take such payments',
  AM01: 'the amount was zero',
  AM02: 'the amount is above what this account may receive',
  AM03: 'the account does not take this currency',
  AM04: 'the institution’s account did not hold enough',
  AM05: 'the bank had the same payment before',
  AM06: 'the amount is below what this account may receive',
  AM07: 'the amount was blocked',
  AM09: 'the amount was not the agreed one',
  BE01: 'the name does not belong to the account',
  BE04: 'the bank needs the payee’s address',
  BE05: 'the bank did not know who sent the payment',
  BE06: 'the bank does not know the payee',
  BE22: 'the name of the payee is missing',
  CNOR: 'the bank of this account cannot be reached by such payments',
  CURR: 'the currency of the payment is wrong',
  CUST: 'the payment was called back',
  DT01: 'the date of the payment is wrong',
  ED05: 'the banks could not settle it between them',
  FF01: 'the bank could not read the payment file',
  FOCR: 'the payment was called back',
  MD07: 'the holder of the account has died',
  MS02: 'the receiving bank gave no reason',
  MS03: 'the bank gave no reason',
  NARR: 'the bank gave its reason in words',
  RC01: 'the bank of this account was not found',
  RC04: 'the bank of this account was not found',
  RR01: 'the bank needs to know more about the institution’s account',
  RR02: 'the bank needs the institution’s name and address',
  RR03: 'the bank needs the payee’s name and address',
  RR04: 'the bank must not carry it out for legal reasons',
  TM01: 'it came to the bank too late in the day',
};

/** `AC04` → `the account is closed (AC04)`; an unknown code stands alone. */
export function bankReason(code: string | undefined): string {
  if (code === undefined || code === '') return 'the bank gave no reason';
  const meaning = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  return meaning === undefined ? code : `${meaning} (${code})`;
}

/** Reasons after which the bank doubts who is paid, so that a person looks before anything is paid again. */
const doubts: ReadonlyMap<string, 'name-mismatch' | 'regulatory'> = new Map([
  ['BE01', 'name-mismatch'],
  ['BE06', 'name-mismatch'],
  ['RR04', 'regulatory'],
]);

/** What a second person has to look at before the payee is paid again; undefined where another account is enough. */
export function doubtIn(reason: string): 'name-mismatch' | 'regulatory' | undefined {
  return doubts.get(reason);
}
