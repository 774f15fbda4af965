import type { Batch, CreditTransfer } from '../../shared/payments/types.ts';
import type { PaymentFileProfile } from '../../shared/rulebook/types.ts';

export const PAYMENTS = 10_000;

export type WriterName = 'wayfare-nok' | 'wayfare-sepa' | 'sepa' | 'iso20022.js';

type Write = (payments: readonly CreditTransfer[]) => Uint8Array;

const batch: Omit<Batch, 'transfers'> = {
  id: 'NHH-20250818-0930',
  created: '2025-08-18T09:30:00.000Z',
  executionDate: '2025-08-18',
};

const kroner: PaymentFileProfile = {
  format: 'pain.001.001.09',
  rail: 'domestic-nok',
  debtorName: 'Norges Handelshøyskole',
  account: '12345678903',
  bic: 'DNBANOKK',
  currency: 'NOK',
  town: 'Bergen',
  country: 'NO',
  characters: 'norwegian',
  kid: 'mod10',
  kidPrefix: '7711',
  cutOff: '12:00',
};

const euro: PaymentFileProfile = {
  ...kroner,
  rail: 'sepa',
  account: 'NL91ABNA0417164300',
  bic: 'ABNANL2A',
  currency: 'EUR',
};

const names = ['Åse Bjørn-Müller', "Seán O'Neill", 'Kari Nordmann', 'Łukasz Żółć', 'José García Fernández'];

/** Payments of a size as they occur, every one with an id of its own; always the same. */
export function paymentsOf(currency: 'NOK' | 'EUR'): readonly CreditTransfer[] {
  return Array.from({ length: PAYMENTS }, (_, at) => ({
    endToEndId: `NHH-${String(at).padStart(10, '0')}-PRE1`,
    amount: { minor: 148_400 + ((at * 7919) % 900_000), currency },
    payeeName: `${names[at % names.length]} ${at}`,
    payeeCountry: currency === 'NOK' ? 'NO' : 'DE',
    account: currency === 'NOK' ? { bban: '86011117947' } : { iban: 'DE89370400440532013000' },
    message: `Erasmus+ first instalment ${String(at).padStart(10, '0')} EUR 1484.00`,
  }));
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each writer, loaded in the process that measures it and in no other. */
export const writers: Readonly<Record<WriterName, () => Promise<Write>>> = {
  'wayfare-nok': () => ours(kroner),
  'wayfare-sepa': () => ours(euro),
  sepa: async () => {
    const { default: SEPA } = await import('sepa');
    const safe = await safely();
    return (payments) => {
      const document = new SEPA.Document('pain.001.001.09');
      document.grpHdr.id = batch.id;
      document.grpHdr.created = new Date(batch.created);
      document.grpHdr.initiatorName = safe(euro.debtorName);
      const block = document.createPaymentInfo();
      block.requestedExecutionDate = new Date(batch.executionDate);
      block.debtorIBAN = euro.account;
      block.debtorBIC = euro.bic ?? '';
      block.debtorName = safe(euro.debtorName);
      document.addPaymentInfo(block);
      for (const { endToEndId, amount, payeeName, account, message } of payments) {
        const transfer = block.createTransaction();
        transfer.creditorName = safe(payeeName);
        transfer.creditorIBAN = 'iban' in account ? account.iban : '';
        transfer.amount = amount.minor / 100;
        transfer.currency = amount.currency;
        transfer.remittanceInfo = safe(message);
        transfer.end2endId = endToEndId;
        block.addTransaction(transfer);
      }
      return encode(document.toString());
    };
  },
  'iso20022.js': async () => {
    const { ISO20022 } = await import('iso20022.js');
    const safe = await safely();
    return (payments) => {
      const agent = (bic: string, country: 'DE' | 'NL') => ({ bic, bankAddress: { country } });
      const iso = new ISO20022({
        initiatingParty: {
          name: safe(euro.debtorName),
          id: 'NHH',
          account: { iban: euro.account },
          agent: agent(euro.bic ?? '', 'NL'),
        },
      });
      const initiation = iso.createSWIFTCreditPaymentInitiation(
        payments.map(({ endToEndId, amount, payeeName, account, message }) => ({
          type: 'swift',
          direction: 'credit',
          id: endToEndId,
          amount: amount.minor,
          currency: 'EUR',
          creditor: {
            name: safe(payeeName),
            account: { iban: 'iban' in account ? account.iban : '' },
            agent: agent('COBADEFF', 'DE'),
            address: { country: 'DE' },
          },
          remittanceInformation: safe(message),
        })),
      );
      return encode(initiation.toString());
    };
  },
};

async function ours(bank: PaymentFileProfile): Promise<Write> {
  const { writeBatch } = await import('../../shared/payments/writer.ts');
  return (payments) => writeBatch({ ...batch, transfers: payments }, bank).bytes;
}

/** The packages write texts as they are given. */
async function safely(): Promise<(text: string) => string> {
  const { limits, toSafeText } = await import('../../shared/payments/characters.ts');
  return (text) => toSafeText(text, { limit: limits.message });
}
