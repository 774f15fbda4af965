import type { Batch, CreditTransfer } from '../../shared/payments/types.ts';
import type { PaymentFileProfile } from '../../shared/rulebook/types.ts';

/** A bank profile for tests; the account is the one of domain.md §5. */
export const bank: PaymentFileProfile = {
  format: 'pain.001.001.09',
  debtorName: 'Norges Handelshøyskole',
  account: '12345678903',
  bic: 'DNBANOKK',
  currency: 'NOK',
  town: 'Bergen',
  country: 'NO',
  rail: 'domestic-nok',
  characters: 'norwegian',
  kid: 'mod10',
  kidPrefix: '7711',
  cutOff: '12:00',
};

export const transfer: CreditTransfer = {
  endToEndId: 'NHH-8F3K2M9QRT-PRE1',
  amount: { minor: 1_742_587, currency: 'NOK' },
  payeeName: 'Åse Bjørn-Müller',
  payeeCountry: 'NO',
  payeeTown: 'Ålesund',
  account: { bban: '86011117947' },
  message: 'Erasmus+ grant, first instalment, NHH-8F3K2M9QRT',
};

export const batch: Batch = {
  id: 'NHH-20250818-0930',
  created: '2025-08-18T09:30:00.000Z',
  executionDate: '2025-08-18',
  transfers: [
    transfer,
    {
      ...transfer,
      endToEndId: 'NHH-0A1B2C3D4E-BAL1',
      amount: { minor: 788_314, currency: 'NOK' },
      payeeName: "Seán O'Neill & Co",
      account: { iban: 'NO9386011117947' },
      message: 'Erasmus+ grant, balance',
    },
  ],
};

/** The same batch in euro to accounts abroad. */
export const sepaBatch: Batch = {
  ...batch,
  id: 'NHH-20250818-EUR',
  transfers: [
    {
      ...transfer,
      amount: { minor: 148_400, currency: 'EUR' },
      payeeName: 'Jürgen Groß',
      payeeCountry: 'DE',
      payeeTown: 'Köln',
      account: { iban: 'DE89370400440532013000' },
    },
  ],
};
