import { isIsoDate } from '../calendar/dates.ts';
import type { VoucherProfile } from '../rulebook/types.ts';
import { formatAmount } from './amounts.ts';
import { isReference, limits, toSafeText } from './characters.ts';
import { csvLine } from './csv.ts';
import { BadBatch } from './pain001.ts';
import type { Batch, CostCentre, CreditTransfer } from './types.ts';

/** Columns of a voucher file, in their order. A positive amount is debit, a negative one credit. */
export const voucherColumns = [
  'Batch',
  'Voucher',
  'Line',
  'Type',
  'Date',
  'Account',
  'CostCentre',
  'Project',
  'Activity',
  'Currency',
  'Amount',
  'Text',
  'Reference',
] as const;

/**
 * The file of vouchers for the finance system (domain.md §5), as UTF-8 text: a voucher for each grant, with a debit line
 * on the project that gives it and a credit line on the cost centre of the unit that gets it, so that every voucher sums
 * to zero. One that takes a grant back has the same lines with their signs turned. The same batch gives the same text whatever the order of its transfers. No person is named in it.
 *
 * @throws BadBatch when it is empty, an id or date has a wrong shape or comes twice, an amount is not above zero, or
 *   money would go to a bank account or from a cost centre to itself
 */
export function writeVouchers(batch: Batch, bank: VoucherProfile): string {
  if (!isReference(batch.id))
    throw new BadBatch(`The batch id ${batch.id} must be 1 to 35 characters that banks take.`);
  if (batch.transfers.length === 0)
    throw new BadBatch(`Batch ${batch.id} holds no payment. Leave the run out instead.`);
  if (!isIsoDate(batch.executionDate)) throw new BadBatch(`Batch ${batch.id} needs a date of booking, YYYY-MM-DD.`);
  const transfers = [...batch.transfers].sort((a, b) => (a.endToEndId < b.endToEndId ? -1 : 1));
  const { separator } = bank.voucher;
  const lines = [csvLine(voucherColumns, separator)];
  transfers.forEach((transfer, at) => {
    if (transfer.endToEndId === transfers[at - 1]?.endToEndId)
      throw new BadBatch(`Payment ${transfer.endToEndId} stands twice in batch ${batch.id}. Take one of them out.`);
    const unit = payeeOf(transfer, bank);
    const { project, unit: own } = bank.voucher;
    const common = { batch, bank, transfer, voucher: at + 1 };
    lines.push(
      csvLine(
        line({ ...common, line: 1, on: project, sign: transfer.reversal ? '-' : '', text: transfer.message }),
        separator,
      ),
    );
    const text = `${unit.unit}: ${transfer.message}`;
    const on = { ...own, costCentre: unit.costCentre };
    lines.push(csvLine(line({ ...common, line: 2, on, sign: transfer.reversal ? '' : '-', text }), separator));
  });
  return `${lines.join('\r\n')}\r\n`;
}

interface LineParts {
  readonly batch: Batch;
  readonly bank: VoucherProfile;
  readonly transfer: CreditTransfer;
  readonly voucher: number;
  readonly line: number;
  readonly on: VoucherProfile['voucher']['project'];
  readonly sign: '' | '-';
  readonly text: string;
}

function line({ batch, bank, transfer, voucher, line: nth, on, sign, text }: LineParts): readonly string[] {
  const { type, decimal, characters } = bank.voucher;
  return [
    batch.id,
    String(voucher),
    String(nth),
    type,
    batch.executionDate,
    on.account,
    on.costCentre,
    on.project ?? '',
    on.activity ?? '',
    transfer.amount.currency,
    `${sign}${formatAmount(transfer.amount).replace('.', decimal)}`,
    harmless(toSafeText(text, { limit: limits.message, characters })),
    transfer.endToEndId,
  ];
}

/** A text that begins like a formula would be reckoned by the spreadsheet in which somebody opens the file. */
function harmless(text: string): string {
  return text.replace(/^[-+ ]+/, '');
}

/** The unit that is paid: never a person, and never the cost centre that pays. */
function payeeOf({ endToEndId, amount, account }: CreditTransfer, { voucher }: VoucherProfile): CostCentre {
  if (!isReference(endToEndId))
    throw new BadBatch(`The payment id ${endToEndId} must be 1 to 35 characters that banks take.`);
  if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0)
    throw new BadBatch(`Payment ${endToEndId} must have an amount above zero, in whole minor units.`);
  if (!('costCentre' in account))
    throw new BadBatch(`Payment ${endToEndId} goes to a bank account; vouchers pay units only. Ask for a cost centre.`);
  if (!isCostCentre(account.costCentre, voucher))
    throw new BadBatch(`Payment ${endToEndId} goes to a cost centre that cannot be. Ask the payee for another.`);
  return account;
}

/** Whether a text can be the number of a unit's cost centre: its digits, and not the centre that the grant comes from. */
export function isCostCentre(text: string, { costCentre, project }: VoucherProfile['voucher']): boolean {
  return /^\d+$/.test(text) && text.length === costCentre.digits && text !== project.costCentre;
}
