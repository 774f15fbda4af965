import { accountText, type ParsedAccount, parseAccount } from '../../shared/payments/accounts.ts';
import type { Institution } from '../../shared/rulebook/types.ts';

/**
 * Reads the account that a participant typed. The institution's own account, which stands in every demand, is not theirs:
 * a payment to it would come from and go to the same place.
 */
export function readAccount(typed: string, { bank, shortName }: Institution): ParsedAccount {
  const parsed = parseAccount(typed);
  if (!parsed.ok || accountText(parsed.account) !== bank.account) return parsed;
  return { ok: false, sentence: `This is the account of ${shortName}, from which the grant is paid. Give your own.` };
}
