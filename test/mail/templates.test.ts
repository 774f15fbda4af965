import { describe, expect, test } from 'vitest';
import type { AnyTemplate } from '../../shared/mail/language.ts';
import { mails } from '../../shared/mobility/effects.ts';
import type { Language } from '../../shared/rulebook/types.ts';
import { weekInGdansk } from '../staff-sample.ts';
import { PeopleWorld } from './world.ts';

type Data = Readonly<Record<string, string | number>>;
type Stage = (world: PeopleWorld) => Promise<string>;

const claim =
  (reference: string, then: (world: PeopleWorld, id: string) => Promise<unknown> = async () => {}): Stage =>
  async (world) => {
    const id = await world.demanded();
    await world.repaid(id, 100_000, reference);
    await then(world, id);
    return id;
  };

const failed =
  (state: 'reject' | 'return'): Stage =>
  async (world) => {
    const id = await world.signed();
    const payment = (await world.load(id)).payments[0];
    if (!payment) throw new Error('There is no payment.');
    await world.command(id, { type: 'payment-instructed', payment: payment.id, batch: 'NHH-1' });
    if (state === 'reject') {
      await world.command(id, { type: 'payment-status', payment: payment.id, status: 'RJCT', reason: 'AC04' });
    } else {
      const booking = { payment: payment.id, local: payment.local, date: '2025-05-06', reference: 'B1' };
      await world.command(id, { type: 'payment-booked', ...booking });
      await world.command(id, {
        type: 'payment-returned',
        ...booking,
        date: '2025-05-09',
        reference: 'R1',
        reason: 'AC01',
      });
    }
    return id;
  };

const newAccount: Stage = async (world) => {
  const id = await failed('reject')(world);
  await world.command(id, { type: 'propose-account', account: { bban: '86011117947' } });
  return id;
};

const ill =
  (choice: 'keep' | 'refuse'): Stage =>
  async (world) => {
    const id = await world.firstPaid();
    world.now = '2025-10-06T08:00:00.000Z';
    const document = {
      id: 'DOC1',
      kind: 'medical-certificate',
      objectKey: 'uploads/nhh/x/DOC1',
      contentType: 'application/pdf',
      bytes: 9,
      at: world.now,
    } as const;
    await world.command(id, { type: 'file-document', document });
    await world.command(id, { type: 'claim-illness', lastDay: '2025-10-03', document: 'DOC1' });
    await world.command(id, { type: 'decide-illness', by: 'Kari Nordmann', choice });
    return id;
  };

/** Asked in the middle of the stay, and decided on where a choice is given. */
const longer =
  (choice?: 'grant' | 'refuse'): Stage =>
  async (world) => {
    const id = await world.firstPaid();
    world.now = '2025-10-06T08:00:00.000Z';
    await world.command(id, { type: 'ask-for-extension', end: '2026-01-31', reason: 'My thesis takes longer.' });
    const by = 'Kari Nordmann';
    if (choice === 'grant') await world.command(id, { type: 'decide-extension', by, choice });
    const answer = 'The call has no money left.';
    if (choice === 'refuse') await world.command(id, { type: 'decide-extension', by, choice, answer });
    return id;
  };

const away =
  (choice?: 'confirm' | 'refuse'): Stage =>
  async (world) => {
    const id = await world.firstPaid();
    world.now = '2025-10-20T08:00:00.000Z';
    const period = { start: '2025-10-06', end: '2025-10-17' };
    await world.command(id, { type: 'report-interruption', period, reason: 'Work at home.' });
    const by = 'Kari Nordmann';
    if (choice === 'confirm') await world.command(id, { type: 'decide-interruption', by, choice });
    const answer = 'Your host was closed in these weeks.';
    if (choice === 'refuse') await world.command(id, { type: 'decide-interruption', by, choice, answer });
    return id;
  };

const green =
  (decided = false): Stage =>
  async (world) => {
    const id = await world.firstPaid((same) => ({
      ...same,
      stay: { ...same.stay, travel: 'green', host: { ...same.stay.host, distanceKm: 1340 } },
    }));
    world.now = '2025-12-22T09:00:00.000Z';
    const receipt = {
      id: 'R1',
      kind: 'travel-receipt',
      objectKey: 'uploads/nhh/x/R1',
      contentType: 'application/pdf',
    } as const;
    await world.command(id, { type: 'file-document', document: { ...receipt, bytes: 9, at: world.now } });
    const legs = [
      { way: 'out', from: 'Bergen', to: 'Paris', mode: 'train', km: 1900 },
      { way: 'back', from: 'Paris', to: 'Bergen', mode: 'plane', km: 1340 },
    ] as const;
    await world.command(id, { type: 'claim-green-travel', legs, receipts: ['R1'] });
    if (decided) await world.command(id, { type: 'decide-green-claim', by: 'Kari Nordmann', choice: 'accept' });
    return id;
  };

const refused: Stage = async (world) => {
  const id = await world.open();
  await world.command(id, { type: 'refuse', by: 'Kari Nordmann', reason: 'The exchange was cancelled by the host.' });
  return id;
};

/** Somebody of OsloMet has applied, and the head of section is asked. */
const asked: Stage = (world) => {
  world.now = '2021-04-06T08:00:00.000Z';
  return world.open(({ participant: { language } }) => ({
    ...weekInGdansk,
    participant: { ...weekInGdansk.participant, language },
  }));
};

const handedOver: Stage = async (world) => {
  const id = await asked(world);
  const to = { name: 'Eva Vik', email: 'eva.vik@oslomet.example' };
  const role = 'head-of-section';
  await world.command(id, { type: 'name-approver', role, as: 'approver', turn: 0, by: 'Kari Leder', to });
  return id;
};

const movedAway: Stage = async (world) => {
  const id = await world.open();
  await world.command(id, { type: 'propose-email', whose: 'first', email: 'ingrid@home.example' });
  await world.command(id, { type: 'confirm-email', email: 'ingrid@home.example' });
  return id;
};

const renamed: Stage = async (world) => {
  const id = await world.open();
  await world.command(id, { type: 'ask-for-name', givenName: 'Ingrid Marie', familyName: 'Østby Dahl' });
  return id;
};

/** Every mail on a case that stands where the mail is sent, with the data that it is sent with. */
const cases: Readonly<Record<AnyTemplate, readonly [Stage, Data?]>> = {
  'application-received': [(world) => world.open()],
  'step-request': [handedOver, { role: 'head-of-section', turn: 1 }],
  'step-reminder': [asked, { role: 'head-of-section', turn: 0 }],
  'step-overdue': [asked, { role: 'head-of-section', turn: 0, why: 'silence' }],
  'approval-request': [(world) => world.open()],
  'approval-reminder': [(world) => world.open()],
  'application-refused': [refused],
  'application-withdrawn': [(world) => world.open()],
  'to-be-ranked': [(world) => world.open(), { due: '2025-06-20' }],
  'waiting-list': [(world) => world.open(), { review: '2025-06-04' }],
  'agreement-to-sign': [(world) => world.approved(), { due: '2025-08-31' }],
  'agreement-reminder': [(world) => world.approved(), { due: '2025-08-31' }],
  'signature-moved': [(world) => world.approved(), { due: '2025-09-30' }],
  'deadline-moved': [(world) => world.firstPaid(), { deadline: 'confirmation-decision', due: '2026-02-27' }],
  'offer-ended': [(world) => world.approved()],
  'agreement-lapsed': [(world) => world.approved()],
  'agreement-signed': [(world) => world.signed(), { payBy: '2025-06-04' }],
  'payment-approval': [(world) => world.signed()],
  'payment-instructed': [(world) => world.firstPaid(), { expected: '2025-05-06' }],
  'payment-booked': [(world) => world.firstPaid()],
  'bank-silent': [(world) => world.firstPaid()],
  'finance-task': [
    (world) => world.firstPaid(),
    { task: 'amount-differs', mobility: 'H3M4E37MYW', payment: 'NHH-H3M4E37MYW-PRE1', detail: '17 425.86 NOK ref-1' },
  ],
  'account-needed': [failed('return')],
  'account-approval': [newAccount],
  'account-approved': [(world) => world.signed()],
  'account-refused': [(world) => world.signed()],
  'confirmation-request': [(world) => world.firstPaid(), { due: '2026-01-18' }],
  'confirmation-reminder-host': [(world) => world.firstPaid(), { due: '2026-01-18' }],
  'confirmation-reminder': [(world) => world.firstPaid(), { due: '2026-01-18' }],
  'confirmation-review': [(world) => world.firstPaid(), { document: 'DOC1' }],
  'confirmation-overdue': [(world) => world.firstPaid(), { due: '2026-01-18' }],
  'confirmation-extended': [(world) => world.firstPaid(), { due: '2026-04-18' }],
  'obligations-request': [(world) => world.confirmed(), { due: '2026-01-21' }],
  'obligations-reminder': [(world) => world.confirmed(), { due: '2026-01-21' }],
  'extension-review': [longer()],
  'extension-granted': [longer('grant')],
  'extension-refused': [longer('refuse')],
  'interruption-review': [away()],
  'interruption-decided': [away('confirm')],
  'green-claim-review': [green()],
  'green-claim-decided': [green(true)],
  'illness-review': [(world) => world.firstPaid()],
  'illness-decided': [ill('keep'), { decision: 'kept' }],
  'settlement-statement': [(world) => world.settledWithBalance(), { outcome: 'balance', payBy: '2026-02-05' }],
  'demand-approval': [(world) => world.confirmed('2025-08-18', '2025-10-20')],
  'repayment-demand': [(world) => world.demanded(), { due: '2026-01-21' }],
  'repayment-reminder': [claim('R1'), { due: '2026-01-21' }],
  'repayment-received': [claim('R1'), { reference: 'R1' }],
  'claim-overdue': [claim('R1'), { due: '2026-01-21' }],
  'claim-extended': [claim('R1'), { due: '2026-02-21' }],
  'relief-approval': [
    claim('R1', (world, id) =>
      world.command(id, {
        type: 'decide-claim',
        by: 'Kari Nordmann',
        choice: 'waive',
        reason: 'Hardship',
        evidence: 'Archive 26/17',
      }),
    ),
    { kind: 'waive' },
  ],
  'claim-relieved': [
    claim('R1', async (world, id) => {
      await world.command(id, {
        type: 'decide-claim',
        by: 'Kari Nordmann',
        choice: 'waive',
        reason: 'Hardship',
        evidence: 'Archive 26/17',
      });
      await world.command(id, { type: 'decide-relief', by: 'Per Hansen', approve: true });
    }),
    { kind: 'waive' },
  ],
  'instalments-asked': [
    claim('R1', (world, id) =>
      world.command(id, { type: 'ask-for-instalments', wish: '1000 NOK on the first of each month' }),
    ),
  ],
  'instalments-refused': [
    claim('R1', async (world, id) => {
      await world.command(id, { type: 'ask-for-instalments', wish: '10 NOK a month' });
      const answer = 'Ten kroner a month would take thirty years.';
      await world.command(id, { type: 'decide-claim', by: 'Kari Nordmann', choice: 'refuse-instalments', answer });
    }),
  ],
  'instalments-agreed': [
    claim('R1', (world, id) =>
      world.command(id, {
        type: 'decide-claim',
        by: 'Kari Nordmann',
        choice: 'instalments',
        due: ['2026-02-01', '2026-03-01', '2026-04-01'],
      }),
    ),
    { due: '2026-02-01' },
  ],
  'address-changed': [movedAway, { whose: 'first' }],
  'name-asked': [renamed],
  'address-needed': [(world) => world.firstPaid(), { whose: 'host', notice: 'confirmation-request', how: 'bounced' }],
  'instalment-missed': [claim('R1'), { part: '2026-02-01', due: '2026-04-01' }],
  'objection-review': [
    claim('R1', (world, id) => world.command(id, { type: 'object-to-claim', reason: 'I left on 31 October.' })),
  ],
  'objection-decided': [
    claim('R1', async (world, id) => {
      await world.command(id, { type: 'object-to-claim', reason: 'I left on 31 October.' });
      const answer = 'Your host has confirmed 20 October.';
      await world.command(id, { type: 'decide-objection', by: 'Kari Nordmann', choice: 'dismiss', answer });
    }),
    { decision: 'dismissed', due: '2026-02-20' },
  ],
  'claim-handed-over': [
    claim('R1', (world, id) =>
      world.command(id, {
        type: 'decide-claim',
        by: 'Kari Nordmann',
        choice: 'collect',
        agency: 'Fjord Collecting AS',
      }),
    ),
  ],
  'settlement-copy': [(world) => world.settledWithBalance(), { outcome: 'balance' }],
  'correction-approval': [
    async (world) => {
      const id = await world.demanded();
      await world.command(id, {
        type: 'propose-correction',
        by: 'Kari Nordmann',
        dates: { start: '2025-08-18', end: '2025-10-31' },
        reason: 'The host has corrected its confirmation.',
        evidence: 'Archive 26/17',
      });
      return id;
    },
  ],
  'return-approval': [claim('R1', (world, id) => world.repaid(id, 435_647, 'R2'))],
  'overpayment-received': [claim('R1', (world, id) => world.repaid(id, 435_647, 'R2'))],
  'fresh-link': [(world) => world.firstPaid()],
  'case-closed': [claim('R1', (world, id) => world.repaid(id, 335_647, 'R2'))],
  'reply-received': [(world) => world.firstPaid(), { reply: 'R1', from: 'host', files: 2 }],
  'duty-missed': [(world) => world.signed(), { duty: 'pre-financing', since: '2025-06-04T06:00:00.000Z' }],
  code: [(world) => world.approved()],
};

async function written(template: AnyTemplate, language: Language = 'en') {
  const world = new PeopleWorld(undefined, language);
  const [stage, data = {}] = cases[template];
  const id = await stage(world);
  const link = world.store.all('cases').find((item) => 'link' in item) as { link?: { hash: string } } | undefined;
  await world.mail(id, `golden-${template}`, template, template === 'code' ? { link: link?.link?.hash ?? '' } : data);
  const mail = world.mails.at(-1);
  if (!mail) throw new Error('No mail was sent.');
  return mail;
}

const templates = Object.keys(cases) as AnyTemplate[];
const linked = (template: AnyTemplate): boolean => template !== 'code' && mails[template].link !== 'none';

/** The host is always written to in English. */
const languagesOf = (template: AnyTemplate): readonly Language[] =>
  template !== 'code' && mails[template].to === 'host' ? ['en'] : ['en', 'nb', 'nn', 'nl'];

describe.each(templates)('the mail %s', (template) => {
  test.each(languagesOf(template))('reads as agreed in %s', async (language) => {
    const { to, subject, text: full, html } = await written(template, language);
    // The rules change more often than the words of a mail.
    const text = full.replace(/(vers(?:ion|ie|jon)) [0-9a-f]{16}/, '$1 VERSION');
    await expect(`To: ${to}\nSubject: ${subject}\n\n${text.trimEnd()}\n`).toMatchFileSnapshot(
      `golden/${language}/${template}.txt`,
    );
    expect(html).toContain(`<html lang="${language}">`);
  });

  test('says in HTML what it says in text', async () => {
    const { html, text } = await written(template);
    const words = (body: string) =>
      body
        .replace(/<(style|title)[\s\S]*?<\/\1>/g, ' ')
        .replace(/<[^>]+>/g, ' ')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
        .match(/[\p{L}\p{N}€@.]+/gu)
        ?.map((word) => word.replace(/\.$/, ''));
    expect(new Set(words(html))).toEqual(new Set(words(text)));
  });

  test('says what to do and whom to ask, and has a link where it needs one', async () => {
    const { text, link } = await written(template);
    expect(text).toMatch(/^What to do$/m);
    expect(text).toMatch(/Questions\? Reply to this mail/);
    expect(link !== undefined).toBe(linked(template));
  });
});

describe('privacy', () => {
  test.each(templates.filter((template) => template !== 'code' && mails[template].to === 'host'))(
    'the host learns no amount and no account from %s',
    async (template) => {
      const { text } = await written(template);
      expect(text).not.toMatch(/EUR|NOK|8903/);
    },
  );

  test.each(templates.filter((template) => template !== 'code' && mails[template].to === 'approver'))(
    'whoever is asked for consent learns no amount, no account and no declaration from %s',
    async (template) => {
      const { text } = await written(template);
      expect(text).not.toMatch(/EUR|NOK|263110|fewer|opportunit/i);
    },
  );

  test.each(templates.filter((template) => template !== 'code' && mails[template].to === 'controller'))(
    'the second person sees no whole account number in %s',
    async (template) => {
      const { text } = await written(template);
      expect(text.replaceAll(' ', '')).not.toMatch(/12345678903|86011117947/);
    },
  );

  test('nobody’s mail says why a stay ended', async () => {
    const world = new PeopleWorld();
    await ill('refuse')(world);
    expect(
      world.mails
        .filter((mail) => mail.to.includes('host.example'))
        .map((mail) => mail.text)
        .join(),
    ).not.toMatch(/ill|medical/i);
  });
});
