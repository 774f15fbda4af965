/** Names of what can stand on a line of an amount, by its code. A code without a name here is written out as it is. */
const lines: Readonly<Record<string, string>> = {
  'individual-support': 'Individual support',
  'fewer-opportunities': 'Top-up for fewer opportunities',
  'travel-support': 'Travel grant',
  'inclusion-support': 'Inclusion support',
  'below-minimum': 'Stay below the minimum',
  'nothing-confirmed': 'No confirmed day',
  'kept-for-illness': 'Kept because of illness',
};

export function lineLabel(code: string): string {
  return lines[code] ?? sentenceCase(code);
}

/** `green-travel` → `Green travel`. */
export function sentenceCase(code: string): string {
  const words = code.replaceAll(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the bank's reason codes mean for the person whose account it was (ISO 20022 ExternalStatusReason1Code). */
const reasons: Readonly<Record<string, string>> = {
  AC01: 'the account number is wrong',
  AC02: 'the account number is wrong',
  AC03: 'the account number is wrong',
  AC04: 'the account is closed',
  AC06: 'the account is blocked',
  AC07: 'the account is closed',
  AG01: 'this account cannot receive such payments',
  AM02: 'the amount is above what this account may receive',
  BE01: 'the name does not belong to the account',
  MD07: 'the holder of the account has died',
  MS02: 'the receiving bank gave no reason',
  MS03: 'the bank gave no reason',
  NARR: 'the bank gave its reason in words',
  RC01: 'the bank of this account was not found',
  RR04: 'the bank must not carry it out for legal reasons',
};

/** `AC04` → `the account is closed (AC04)`; an unknown code stands alone. */
export function bankReason(code: string | undefined): string {
  if (code === undefined || code === '') return 'the bank gave no reason';
  const meaning = reasons[code];
  return meaning === undefined ? code : `${meaning} (${code})`;
}
