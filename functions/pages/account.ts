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
  if (bank.format === 'voucher-csv') {
    const unit = fields.text(names.unit, 'Give the name of your unit or faculty.', 60);
    const costCentre = fields
      .text(names.costCentre, 'Give the cost centre of your unit or faculty.', 30)
      .replaceAll(' ', '');
    const { digits, example } = bank.voucher.costCentre;
    if (costCentre === bank.voucher.project.costCentre) {
      fields.fail(
        names.costCentre,
        `This is the cost centre of ${shortName} that gives the grant. Give your unit’s own.`,
      );
    } else if (!isCostCentre(costCentre, bank.voucher)) {
      fields.fail(
        names.costCentre,
        `A cost centre has ${digits} digits, for example ${example}. Ask your unit for its own.`,
      );
    }
    return { costCentre, unit };
  }
  const parsed = readAccount(one(fields.values, names.account), institution);
  if (parsed.ok) return parsed.account;
  fields.fail(names.account, parsed.sentence);
  return { bban: '' };
}

/**
 * Reads the account that a participant typed. The institution's own account, which stands in every demand, is not theirs:
 * a payment to it would come from and go to the same place.
 */
function readAccount(typed: string, { bank, shortName }: Institution): ParsedAccount {
  const parsed = parseAccount(typed);
  if (!parsed.ok || accountText(parsed.account) !== accountText(profileAccount(bank.account))) return parsed;
  return { ok: false, sentence: `This is the account of ${shortName}, from which the grant is paid. Give your own.` };
}
