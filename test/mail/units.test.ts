import { describe, expect, test } from 'vitest';
import { sayIn } from '../../shared/language/say.ts';
import { type AnyTemplate, type MailView, mailWords } from '../../shared/mail/language.ts';
import { templates } from '../../shared/mail/templates/index.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import type { Language } from '../../shared/rulebook/types.ts';
import { PeopleWorld } from './world.ts';

const unit = { costCentre: '263110', unit: 'Nursing' };

/** The same case as if it had been paid to a unit by vouchers all along. */
function paidToUnit(mobility: Mobility): Mobility {
  return {
    ...mobility,
    participant: { ...mobility.participant, account: unit },
    payments: mobility.payments.map((payment) => ({ ...payment, account: unit, local: payment.amount })),
  };
}

const settled = (world: PeopleWorld) => world.settledWithBalance();
const tooMuch = (world: PeopleWorld) => world.confirmed('2025-08-18', '2025-10-20');
const signed = (world: PeopleWorld) => world.signed();

interface Sent {
  readonly template: AnyTemplate;
  readonly stage: (world: PeopleWorld) => Promise<string>;
  readonly data?: Readonly<Record<string, string>>;
  readonly change?: (mobility: Mobility) => Mobility;
}

const mails: readonly Sent[] = [
  { template: 'agreement-signed', stage: signed },
  { template: 'payment-approval', stage: signed },
  { template: 'payment-instructed', stage: (world) => world.firstPaid(), data: { expected: '2025-05-06' } },
  { template: 'payment-booked', stage: (world) => world.firstPaid() },
  { template: 'bank-silent', stage: (world) => world.firstPaid() },
  {
    template: 'finance-task',
    stage: (world) => world.firstPaid(),
    data: { task: 'amount-differs', payment: 'P', detail: '1.00 EUR' },
  },
  {
    template: 'finance-task',
    stage: (world) => world.firstPaid(),
    data: { task: 'payment-refused', payment: 'P', detail: 'DT01' },
  },
  {
    template: 'account-needed',
    stage: (world) => world.firstPaid(),
    change: (mobility) => failed(mobility, 'rejected'),
  },
  {
    template: 'account-needed',
    stage: (world) => world.firstPaid(),
    change: (mobility) => failed(mobility, 'returned'),
  },
  { template: 'account-approval', stage: signed },
  { template: 'account-approved', stage: signed },
  { template: 'account-refused', stage: signed },
  { template: 'duty-missed', stage: signed, data: { duty: 'balance' } },
  { template: 'settlement-statement', stage: settled },
  { template: 'settlement-statement', stage: tooMuch },
  { template: 'demand-approval', stage: tooMuch },
  { template: 'case-closed', stage: tooMuch },
];

function failed(mobility: Mobility, state: 'rejected' | 'returned'): Mobility {
  return { ...mobility, payments: mobility.payments.map((payment) => ({ ...payment, state, reason: 'AC04' })) };
}

const ofBanks: Readonly<Record<Language, RegExp>> = {
  en: /\bbanks?\b|\baccount\b/i,
  nb: /\bbank|\bkonto(en|er|ene|nummer\w*)?\b/i,
  nn: /\bbank|\bkonto(en|ar|ane|nummer\w*)?\b/i,
  nl: /\bbank|\brekening/i,
};

describe.each(mails)('$template about a grant that goes to a unit', ({ template, stage, data = {}, change }) => {
  test.each(['en', 'nb', 'nn', 'nl'] as const)('names no bank and no account in %s', async (language) => {
    const world = new PeopleWorld();
    const paid = paidToUnit(await world.load(await stage(world)));
    const mobility = change ? change(paid) : paid;
    const institution = world.deps.rules.institution('nhh');
    if (!institution) throw new Error('There is no NHH.');
    const say = sayIn(language, institution.timeZone);
    const view: MailView = { mobility, institution, data, language, words: mailWords(language), say };
    expect(JSON.stringify(templates[template](view))).not.toMatch(ofBanks[language]);
  });
});
