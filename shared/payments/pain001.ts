import { isIsoDate } from '../calendar/dates.ts';
import type { PaymentFileProfile } from '../rulebook/types.ts';
import { accountText, ibanOfBban, isBban, isIban } from './accounts.ts';
import { controlSum, formatAmount } from './amounts.ts';
import { isReference, limits, toSafeText } from './characters.ts';
import type { Batch, CreditTransfer } from './types.ts';
import { element, elementOfMany, writeXml, type XmlElement } from './xml.ts';

/** The batch or the bank profile cannot be written as a payment file. Nothing was written; correct it and write again. */
export class BadBatch extends Error {
  override readonly name = 'BadBatch';
}

/** How one transfer travels: inside Norway by account number, in euro by SEPA, anything else across the border. */
type Rail = 'domestic' | 'sepa' | 'cross-border';

const railParts: Readonly<Record<Rail, { readonly service: string | undefined; readonly charges: string }>> = {
  domestic: { service: 'NURG', charges: 'SHAR' },
  sepa: { service: 'SEPA', charges: 'SLEV' },
  'cross-border': { service: undefined, charges: 'SHAR' },
};

/**
 * The payment file (pain.001 of the version in the bank profile) for a batch, as UTF-8 text. The same batch gives the
 * same text whatever the order of its transfers. One payment block, whose id is the batch id, with every transfer
 * booked by itself so that each is reported by its EndToEndId.
 *
 * Names and messages are transliterated and cut to the guide's limits; ids and amounts never are.
 *
 * @throws BadBatch when it is empty, an id or date has a wrong shape or comes twice, an amount is not above zero, or an
 *   account is not valid
 */
export function writePain001(batch: Batch, bank: PaymentFileProfile): string {
  check(batch, bank);
  const transfers = [...batch.transfers].sort((a, b) => (a.endToEndId < b.endToEndId ? -1 : 1));
  const rails = new Set(transfers.map(railOf));
  const [shared] = rails.size === 1 ? rails : [];
  const count = element('NbOfTxs', String(transfers.length));
  const sum = element('CtrlSum', controlSum(transfers.map((transfer) => transfer.amount)));
  const debtor = [
    element('Nm', name(bank.debtorName, bank)),
    element('PstlAdr', [element('TwnNm', town(bank.town, bank)), element('Ctry', bank.country)]),
  ];
  const head = [
    element('PmtInfId', batch.id),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', 'false'),
    count,
    sum,
    shared === undefined ? undefined : paymentType(shared),
    element(
      'ReqdExctnDt',
      bank.format === 'pain.001.001.03' ? batch.executionDate : [element('Dt', batch.executionDate)],
    ),
    element('Dbtr', debtor),
    // SEPA knows accounts by IBAN only; Norwegian banks take their own by number.
    element('DbtrAcct', [
      accountId(bank.account, bank.rail === 'sepa' || shared === 'sepa' ? 'sepa' : 'domestic'),
      element('Ccy', bank.currency),
    ]),
    element('DbtrAgt', [element('FinInstnId', [debtorAgent(bank)])]),
    shared === undefined ? undefined : element('ChrgBr', railParts[shared].charges),
  ].filter((part) => part !== undefined);
  const block = elementOfMany('PmtInf', inOrder(head, transfers, bank, shared === undefined));
  const header = element('GrpHdr', [
    element('MsgId', batch.id),
    element('CreDtTm', batch.created),
    count,
    sum,
    element('InitgPty', [element('Nm', name(bank.debtorName, bank))]),
  ]);
  return writeXml(
    element('Document', [element('CstmrCdtTrfInitn', [header, block])], {
      xmlns: `urn:iso:std:iso:20022:tech:xsd:${bank.format}`,
    }),
  );
}

/** The children of the payment block; each transfer is made when its turn has come. */
function* inOrder(
  head: readonly XmlElement[],
  transfers: readonly CreditTransfer[],
  bank: PaymentFileProfile,
  ownType: boolean,
): Generator<XmlElement> {
  yield* head;
  for (const transfer of transfers) yield transferElement(transfer, bank, ownType);
}

/** The bank knows itself by the debtor's IBAN where no BIC is given; the schema wants something to stand there. */
function debtorAgent({ bic, format }: PaymentFileProfile): XmlElement {
  if (bic === undefined) return element('Othr', [element('Id', 'NOTPROVIDED')]);
  return element(format === 'pain.001.001.03' ? 'BIC' : 'BICFI', bic);
}

function transferElement(transfer: CreditTransfer, bank: PaymentFileProfile, ownType: boolean): XmlElement {
  const rail = railOf(transfer);
  const message = toSafeText(transfer.message, { limit: limits.message, characters: bank.characters });
  return element('CdtTrfTxInf', [
    // Both references are the same, so that an answer that names only one of them is understood.
    element('PmtId', [element('InstrId', transfer.endToEndId), element('EndToEndId', transfer.endToEndId)]),
    ownType ? paymentType(rail) : undefined,
    element('Amt', [element('InstdAmt', formatAmount(transfer.amount), { Ccy: transfer.amount.currency })]),
    ownType ? element('ChrgBr', railParts[rail].charges) : undefined,
    element('Cdtr', [element('Nm', name(transfer.payeeName, bank)), payeeAddress(transfer, bank)]),
    element('CdtrAcct', [accountId(accountText(transfer.account), rail)]),
    message === '' ? undefined : element('RmtInf', [element('Ustrd', message)]),
  ]);
}

/** Where an address stands in .09, banks want town and country (November 2026); .03 takes the country alone. */
function payeeAddress(transfer: CreditTransfer, bank: PaymentFileProfile): XmlElement | undefined {
  const place = transfer.payeeTown === undefined ? '' : town(transfer.payeeTown, bank);
  if (place === '' && bank.format === 'pain.001.001.09') return undefined;
  return element('PstlAdr', [
    place === '' ? undefined : element('TwnNm', place),
    element('Ctry', transfer.payeeCountry),
  ]);
}

function paymentType(rail: Rail): XmlElement | undefined {
  const { service } = railParts[rail];
  return service === undefined ? undefined : element('PmtTpInf', [element('SvcLvl', [element('Cd', service)])]);
}

function accountId(account: string, rail: Rail): XmlElement {
  if (rail === 'domestic') {
    return element('Id', [element('Othr', [element('Id', account), element('SchmeNm', [element('Cd', 'BBAN')])])]);
  }
  return element('Id', [element('IBAN', isBban(account) ? ibanOfBban(account) : account)]);
}

function railOf(transfer: CreditTransfer): Rail {
  if (transfer.amount.currency === 'NOK' && isBban(accountText(transfer.account))) return 'domestic';
  return transfer.amount.currency === 'EUR' ? 'sepa' : 'cross-border';
}

function name(text: string, bank: PaymentFileProfile): string {
  const written = toSafeText(text, { limit: limits.name, characters: bank.characters });
  if (written === '')
    throw new BadBatch('A name is empty, or has no character that the bank can take. Correct the name.');
  return written;
}

/** Town names have half the room of names (XSD Max35Text). */
function town(text: string, bank: PaymentFileProfile): string {
  return toSafeText(text, { limit: 35, characters: bank.characters });
}

function check(batch: Batch, bank: PaymentFileProfile): void {
  if (!isReference(batch.id))
    throw new BadBatch(`The batch id ${batch.id} must be 1 to 35 characters that banks take.`);
  if (batch.transfers.length === 0)
    throw new BadBatch(`Batch ${batch.id} holds no payment. Leave the run out instead.`);
  if (!isIsoDate(batch.executionDate)) throw new BadBatch(`Batch ${batch.id} needs a date of execution, YYYY-MM-DD.`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(batch.created)) {
    throw new BadBatch(`Batch ${batch.id} needs the instant of its making in UTC with milliseconds.`);
  }
  checkProfile(bank);
  const seen = new Set<string>();
  for (const transfer of batch.transfers) {
    const { endToEndId, amount, account } = transfer;
    if (!isReference(endToEndId))
      throw new BadBatch(`The payment id ${endToEndId} must be 1 to 35 characters that banks take.`);
    if (seen.has(endToEndId))
      throw new BadBatch(`Payment ${endToEndId} stands twice in batch ${batch.id}. Take one of them out.`);
    seen.add(endToEndId);
    if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0) {
      throw new BadBatch(`Payment ${endToEndId} must have an amount above zero, in whole minor units.`);
    }
    if (!/^[A-Z]{2}$/.test(transfer.payeeCountry))
      throw new BadBatch(`Payment ${endToEndId} needs the payee's country, e.g. NO.`);
    if ('costCentre' in account)
      throw new BadBatch(`Payment ${endToEndId} goes to a cost centre, which no bank knows. Correct the bank profile.`);
    const valid = 'bban' in account ? isBban(account.bban) : isIban(account.iban);
    if (!valid)
      throw new BadBatch(`Payment ${endToEndId} goes to an account that is not valid. Ask the payee for a new one.`);
    if (bank.rail === 'sepa' && amount.currency !== 'EUR')
      throw new BadBatch(`Payment ${endToEndId} is not in euro, and SEPA carries nothing else. Correct the exchange.`);
  }
}

function checkProfile(bank: PaymentFileProfile): void {
  if (bank.rail === 'sepa' ? !isIban(bank.account) : !isBban(bank.account)) {
    const what = bank.rail === 'sepa' ? 'IBAN' : 'Norwegian account number';
    throw new BadBatch(`The account in the bank profile is not a valid ${what}. Correct the rulebook.`);
  }
  if (bank.bic === undefined ? bank.rail !== 'sepa' : !/^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/.test(bank.bic)) {
    throw new BadBatch('The BIC in the bank profile must be 8 or 11 characters. Correct the rulebook.');
  }
  if (town(bank.town, bank) === '' || !/^[A-Z]{2}$/.test(bank.country)) {
    throw new BadBatch('The bank profile needs the town and country of the institution. Correct the rulebook.');
  }
}
