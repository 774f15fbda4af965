import { accountText, parseAccount } from '../../../shared/payments/accounts.ts';
import { isCostCentre } from '../../../shared/payments/vouchers.ts';
import type { Institution, VoucherProfile } from '../../../shared/rulebook/types.ts';
import type { Filling } from './browser.ts';
import type { Chance } from './chance.ts';
import type { Nomination } from './nominations.ts';

/**
 * Where the grant of a row goes: the account that it names, or, where the institution pays its units by vouchers, a cost
 * centre: `cost-centre-263110`. A bank account in such a row stands for the cost centre of its last digits.
 */

const UNIT = 'Department of Examples';

/** Whether a row may name this as its payee; otherwise what is wrong with it. */
export function payeeProblem(account: string): string | undefined {
  if (/^cost-centre-\d{3,12}$/.test(account)) return undefined;
  const parsed = parseAccount(account);
  return parsed.ok ? undefined : parsed.sentence;
}

/** What is typed into the application. */
export function payeeOf({ account }: Nomination, { bank }: Institution): Filling {
  if (bank.format !== 'voucher-csv') return { account };
  return { unit: UNIT, costCentre: costCentreOf(account, bank.voucher) };
}

/** What is typed into the participant's page when that one did not work. The first field is the form's own. */
export function otherPayee(chance: Chance, { row }: Nomination, { bank }: Institution): readonly [string, Filling] {
  const account = chance.account(`new account ${row}`);
  if (bank.format !== 'voucher-csv') return ['account-number', { 'account-number': account }];
  const costCentre = costCentreOf(account, bank.voucher);
  return ['account-costCentre', { 'account-unit': UNIT, 'account-costCentre': costCentre }];
}

/** What the pretend bank, or the finance system beside it, knows the payee by. */
export function payeeAtTheBank({ account }: Nomination, institution: Institution | undefined): string {
  if (institution?.bank.format !== 'voucher-csv') return account;
  return accountText({ costCentre: costCentreOf(account, institution.bank.voucher), unit: UNIT });
}

function costCentreOf(account: string, voucher: VoucherProfile['voucher']): string {
  const { digits, example } = voucher.costCentre;
  const number = account.replace(/\D/g, '').slice(-digits);
  return isCostCentre(number, voucher) ? number : example;
}
