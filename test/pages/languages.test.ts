import { beforeEach, describe, expect, test } from 'vitest';
import { codeOf, expectIn, languages, pageOf, weekOfStaff } from './in-language.ts';
import { Site } from './site.ts';
import { greenTravel } from './stages.ts';

let site: Site;

/** Where a participant looks at the page, from the application to the end. */
const stands: Readonly<Record<string, () => Promise<string>>> = {
  applied: () => site.world.open(),
  'before the head of section': () => weekOfStaff(site),
  refused: async () => {
    const id = await site.world.open();
    await site.world.command(id, { type: 'refuse', by: 'Kari Nordmann', reason: '–' });
    return id;
  },
  withdrawn: async () => {
    const id = await site.world.open();
    await site.world.command(id, { type: 'withdraw', reason: '–' });
    return id;
  },
  'to be signed': () => site.world.approved(),
  signed: () => site.world.signed(),
  'first part paid': () => site.world.firstPaid(),
  'with green travel': () => site.world.firstPaid(greenTravel),
  'account refused by the bank': async () => {
    const id = await site.world.signed();
    const payment = (await site.world.load(id)).payments[0]?.id ?? '';
    await site.world.command(id, { type: 'payment-instructed', payment, batch: 'B1' });
    await site.world.command(id, { type: 'payment-status', payment, status: 'RJCT', reason: 'AC04' });
    return id;
  },
  'something asked for': async () => {
    const id = await site.world.firstPaid();
    site.world.now = '2025-10-06T08:00:00.000Z';
    await site.world.command(id, { type: 'ask-for-extension', end: '2026-01-31', reason: '–' });
    const period = { start: '2025-10-06', end: '2025-10-17' };
    await site.world.command(id, { type: 'report-interruption', period, reason: '–' });
    await site.world.command(id, { type: 'propose-account', account: { bban: '86011117947' } });
    return id;
  },
  confirmed: () => site.world.confirmed(),
  settled: () => site.world.settledWithBalance(),
  closed: async () => {
    const id = await site.world.settledWithBalance();
    await site.world.bankPays(id, '2025-12-23');
    return id;
  },
  'to be paid back': () => site.world.demanded(),
  'partly paid back': async () => {
    const id = await site.world.demanded();
    await site.world.repaid(id, 100_000, 'R1');
    return id;
  },
  'in parts and objected to': async () => {
    const id = await site.world.demanded();
    await site.world.command(id, { type: 'ask-for-instalments', wish: '–' });
    await site.world.command(id, { type: 'object-to-claim', reason: '–' });
    return id;
  },
};

describe.each(languages)('for who reads %s', (language) => {
  beforeEach(() => {
    site = new Site(undefined, language);
  });

  test.each(Object.entries(stands))('“where is my money”, %s', async (_name, stand) => {
    const id = await stand();
    expectIn(language, await site.get(await pageOf(site, id, 'status')));
  });

  test('the page on which the agreement is signed', async () => {
    const id = await site.world.approved();
    const path = await pageOf(site, id, 'sign');
    const page = await site.get(path);
    expectIn(language, page);
    const seen = { seen: page.value('seen') ?? '' };
    expectIn(language, await site.post(path, seen));
    expectIn(language, await site.post(path, { ...seen, read: 'yes' }));
    expectIn(language, await site.post(path, { ...seen, read: 'yes', do: 'send-code' }));
    const code = await codeOf(site, id);
    expectIn(language, await site.post(path, { ...seen, read: 'yes', code }));
    expect((await site.world.load(id)).state).toBe('signed');
  });

  test('a document whose file is still being made', async () => {
    const path = await pageOf(site, await site.world.signed(), 'status');
    const [document] = site.world.store.all('cases').filter(({ sk }) => sk.startsWith('document#'));
    const answer = await site.get(`${path}/papers/${document?.sk.slice('document#'.length)}`);
    expect(answer.status).toBe(202);
    expectIn(language, answer);
  });

  test('what is on file about them, and its forms', async () => {
    const path = `${await pageOf(site, await site.world.firstPaid(), 'status')}/data`;
    expectIn(language, await site.get(path));
    for (const what of ['email', 'name', 'confirm']) expectIn(language, await site.post(path, { do: what }));
    const tooLong = { do: 'name', givenName: 'x'.repeat(71), familyName: 'x'.repeat(71) };
    expectIn(language, await site.post(path, tooLong));
  });
});
