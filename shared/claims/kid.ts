/** Norwegian customer identification (KID): 2 to 25 digits, the last of them a check digit (domain.md §5). */
export type KidMethod = 'mod10' | 'mod11';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Parts were given from which no KID can be made: a fault of the caller or of the bank profile. */
export class BadKidParts extends Error {
  override readonly name = 'BadKidParts';
}

/** Luhn: from the right every second digit is doubled, digit sums are added, the check digit fills up to tens. */
function mod10(digits: string): string {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Weights 2 to 7 from the right, again and again. Undefined where the check digit would be 10. */
function mod11(digits: string): string | undefined {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) sum += Number(digits[digits.length - 1 - at]) * (2 + (at % 6));
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? undefined : String(check);
}

/**
 * The digits of a claim: the mobility id (ten Crockford characters, 50 bits) as a decimal number of always 16 digits, and
 * from the second claim of a case on its number in two more. Different claims give different numbers, for ever.
 *
 * @param claim 1 for the first claim of the mobility; at most 99
 * @throws BadKidParts when the id has another shape
 */
export function claimNumber(mobility: string, claim = 1): string {
  if (!/^[0-9A-HJKMNP-TV-Z]{10}$/.test(mobility)) {
    throw new BadKidParts(`The mobility id ${mobility} must be ten characters of Crockford base 32.`);
  }
  if (!Number.isInteger(claim) || claim < 1 || claim > 99) {
    throw new BadKidParts(`The claim ${claim} of mobility ${mobility} must be a number from 1 to 99.`);
  }
  let value = 0n;
  for (const letter of mobility) value = value * 32n + BigInt(crockford.indexOf(letter));
  return value.toString().padStart(16, '0') + (claim === 1 ? '' : String(claim).padStart(2, '0'));
}

/** The mobility id in a claim number of 16 digits, or 18 from the second claim on; undefined where none can stand. */
export function mobilityOfClaimNumber(digits: string): string | undefined {
  if (!/^\d{16}(0[2-9]|[1-9]\d)?$/.test(digits)) return undefined;
  let rest = BigInt(digits.slice(0, 16));
  let id = '';
  for (let at = 0; at < 10; at += 1) {
    id = crockford.charAt(Number(rest % 32n)) + id;
    rest /= 32n;
  }
  return rest === 0n ? id : undefined;
}

/**
 * A KID: the institution's prefix, the claim's digits, a check digit. Where mod 11 gives 10, which is no digit, a `1`
 * (or `0`) is put before the check digit; KIDs of one prefix stay different, as the longer ones differ in length (17 or 18 digits
 * after the prefix for a first claim, 19 or 20 for a later one).
 *
 * @param claimNumberDigits from {@link claimNumber}
 * @throws BadKidParts when the whole would not be 2 to 25 digits
 */
export function makeKid(prefix: string, claimNumberDigits: string, method: KidMethod): string {
  const digits = prefix + claimNumberDigits;
  if (!/^\d+$/.test(digits))
    throw new BadKidParts('A KID is made of digits only: check the prefix in the bank profile.');
  const kid = method === 'mod10' ? digits + mod10(digits) : withMod11(digits);
  if (kid.length > 25)
    throw new BadKidParts(
      `A KID has at most 25 digits, this one would have ${kid.length}: shorten the prefix in the bank profile.`,
    );
  return kid;
}

/** Fillings in the order tried: 1 and 0 differ by 2 mod 11 in their sums, so one of them has a check digit. */
function withMod11(digits: string): string {
  for (const filled of [digits, `${digits}1`, `${digits}0`]) {
    const check = mod11(filled);
    if (check !== undefined) return filled + check;
  }
  throw new BadKidParts(`No mod 11 check digit exists for ${digits}.`);
}

/** Whether a text is a KID whose check digit fits: by the given method, or by either when none is given. */
export function isValidKid(kid: string, method?: KidMethod): boolean {
  if (!/^\d{2,25}$/.test(kid)) return false;
  const digits = kid.slice(0, -1);
  const check = kid.slice(-1);
  return (method !== 'mod11' && mod10(digits) === check) || (method !== 'mod10' && mod11(digits) === check);
}
