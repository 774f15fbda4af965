import { accountText, type ParsedAccount, parseAccount, profileAccount } from '../../shared/payments/accounts.ts';
import type { PayeeAccount } from '../../shared/payments/types.ts';
import { isCostCentre } from '../../shared/payments/vouchers.ts';
import type { Institution } from '../../shared/rulebook/types.ts';
import { type FieldReader, one } from './form.ts';

/** Fields of a form in which somebody says where the money goes. */
export interface PayeeFields {
  readonly account: string;
  /** Where the institution pays by vouchers, to units only. */
  readonly unit: string;
  readonly costCentre: string;
}

/** Reads where the money goes: a bank account, or the cost centre of a unit where the institution pays by vouchers. */
export function readPayee(fields: FieldReader, institution: Institution, names: PayeeFields): PayeeAccount {
  const { bank, shortName } = institution;
  const words = fields.words.payee;
  if (bank.format === 'voucher-csv') {
    const unit = fields.text(names.unit, words.unitMissing, 60);
    const costCentre = fields.text(names.costCentre, words.costCentreMissing, 30).replaceAll(' ', '');
    const { digits, example } = bank.voucher.costCentre;
    if (costCentre === bank.voucher.project.costCentre) {
      fields.fail(names.costCentre, words.givesTheGrant(shortName));
    } else if (!isCostCentre(costCentre, bank.voucher)) {
      fields.fail(names.costCentre, words.notCostCentre(digits, example));
    }
    return { costCentre, unit };
  }
  const parsed = readAccount(fields, names.account, institution);
  if (parsed.ok) return parsed.account;
  fields.fail(names.account, parsed.sentence);
  return { bban: '' };
}

/**
 * Reads the account that a participant typed. The institution's own account, which stands in every demand, is not theirs:
 * a payment to it would come from and go to the same place.
 */
function readAccount(fields: FieldReader, name: string, { bank, shortName }: Institution): ParsedAccount {
  const parsed = parseAccount(one(fields.values, name), fields.language);
  if (!parsed.ok || accountText(parsed.account) !== accountText(profileAccount(bank.account))) return parsed;
  return { ok: false, sentence: fields.words.payee.paysTheGrant(shortName) };
}
