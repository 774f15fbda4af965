import { beforeEach, describe, expect, test } from 'vitest';
import { actions } from '../../functions/pages/actions/index.ts';
import { pageWords } from '../../functions/pages/words/index.ts';
import { openStep } from '../../shared/mobility/approvals.ts';
import { codeOf, expectIn, languages, pageOf, weekOfStaff } from './in-language.ts';
import { type Fields, Site } from './site.ts';
import { greenTravel } from './stages.ts';

let site: Site;

describe.each(languages)('for who reads %s', (language) => {
  beforeEach(() => {
    site = new Site(undefined, language);
  });

  test('an application, sent without an answer', async () => {
    await everyForm(await site.world.open());
  });

  test('every form during the stay, sent without an answer', async () => {
    await everyForm(await site.world.firstPaid(greenTravel));
  });

  test('every form of a demand, sent without an answer', async () => {
    await everyForm(await site.world.demanded());
  });

  async function everyForm(id: string): Promise<void> {
    const path = await pageOf(site, id, 'status');
    const offered = [...(await site.get(path)).body.matchAll(/id="do-([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(offered.length).toBeGreaterThan(0);
    for (const name of offered) {
      const answer = actions.find((action) => action.name === name)?.multipart
        ? await site.upload(`${path}?do=${name}`, {}, 'nothing', Buffer.alloc(0))
        : await site.post(`${path}?do=${name}`, {});
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(pageWords(language).frame.correct);
      expectIn(language, answer);
    }
  }

  describe('during the stay', () => {
    let id: string;
    let path: string;
    beforeEach(async () => {
      id = await site.world.firstPaid(greenTravel);
      path = await pageOf(site, id, 'status');
      site.world.now = '2025-09-17T09:00:00.000Z';
    });
    const send = (name: string, fields: Fields) => site.post(`${path}?do=${name}`, fields);
    const pdf = Buffer.from('%PDF-1.7 a document');
    const upload = (name: string, fields: Fields, file: Uint8Array) =>
      site.upload(`${path}?do=${name}`, fields, `${name}-file`, file);

    /** The second look, and what is said when it was sent once more. */
    async function lookAndSend(name: string, fields: Fields): Promise<void> {
      const look = await send(name, fields);
      expect(look.value('looked')).toBeDefined();
      expectIn(language, look);
      expectIn(language, await send(name, { ...fields, looked: look.value('looked') ?? '' }));
    }

    test.each(['2025-09-01', '2025-11-11', '2025-12-19', '2025-08-01', 'x'])(
      'what would be owed on %s',
      async (day) => {
        expectIn(language, await site.get(`${path}?left=${day}`));
      },
    );

    test('an interruption', () =>
      lookAndSend('interrupt', {
        'interrupt-start': '2025-09-08',
        'interrupt-end': '2025-09-12',
        'interrupt-reason': '–',
      }));

    test.each([
      ['2025-09-12', '2025-09-08'],
      ['2025-08-18', '2025-09-08'],
      ['2024-08-18', '2024-09-08'],
      ['x', 'y'],
    ])('no interruption from %s to %s', async (start, end) => {
      const fields = { 'interrupt-start': start, 'interrupt-end': end, 'interrupt-reason': 'x'.repeat(501) };
      expectIn(language, await send('interrupt', fields));
    });

    test('the end of the stay', () =>
      lookAndSend('withdraw', {
        'withdraw-left': 'yes',
        'withdraw-day': '2025-09-12',
        'withdraw-reason': '–',
        'withdraw-sure': 'yes',
      }));

    test('a stay that never began', async () => {
      const fields = { 'withdraw-left': 'never', 'withdraw-reason': '–', 'withdraw-sure': 'yes' };
      expectIn(language, await send('withdraw', fields));
    });

    test.each(['2025-08-01', '2025-12-19'])('%s was not the last day', async (day) => {
      expectIn(language, await send('withdraw', { 'withdraw-left': 'yes', 'withdraw-day': day }));
    });

    test.each(['2026-01-31', '2025-12-01', '2028-01-31'])('a longer stay until %s', async (day) => {
      expectIn(language, await send('extend', { 'extend-end': day, 'extend-reason': '–' }));
    });

    test('a longer stay that is asked for too late', async () => {
      site.world.now = '2025-12-17T09:00:00.000Z';
      expectIn(language, await site.get(path));
      expectIn(language, await send('extend', { 'extend-end': '2026-01-31', 'extend-reason': '–' }));
    });

    test.each([
      '1234567890',
      '12345678901',
      'DE12',
      'XX12 3456',
      'NO93 8601 1117 948',
      'DE8X 3704 0044 0532 0130 00',
      '86011117947',
      '?',
      'A1',
      '1'.repeat(61),
    ])('the account %s', async (account) => {
      expectIn(language, await send('account', { 'account-number': account }));
    });

    test('a new account, from the code to the thanks; and the code that is wrong, or used up', async () => {
      const account = { 'account-number': '1503 20 80119' };
      expectIn(language, await send('account', { ...account, do: 'send-code' }));
      expectIn(language, await send('account', account));
      const code = await codeOf(site, id);
      expectIn(language, await send('account', { ...account, code: code === '000000' ? '111111' : '000000' }));
      expectIn(language, await send('account', { ...account, code }));
      await site.world.command(id, { type: 'decide-account', by: 'Per', approve: false });
      expectIn(language, await send('account', { ...account, code }));
    });

    test('more codes than there are', async () => {
      const asked = () => send('account', { 'account-number': '15032080119', do: 'send-code' });
      for (let times = 0; times < 5; times += 1) await asked();
      const answer = await asked();
      expect(answer.status).toBe(429);
      expectIn(language, answer);
    });

    test('the account that is there already', async () => {
      const account = { 'account-number': '12345678903' };
      await send('account', { ...account, do: 'send-code' });
      const code = await codeOf(site, id);
      const answer = await send('account', { ...account, code });
      expect(answer.status).toBe(422);
      expect(answer.body).not.toContain('lang="en"');
      expectIn(language, answer);
    });

    test('files: one that is taken, one that is not, one that is too large', async () => {
      expectIn(language, await upload('upload', {}, Buffer.from('MZ')));
      expectIn(language, await upload('upload', {}, Buffer.alloc(5 * 1024 * 1024)));
      expectIn(language, await upload('receipt', {}, pdf));
      expectIn(language, await upload('upload', {}, pdf));
    });

    test('illness', async () => {
      const fields = { 'illness-left': 'yes', 'illness-day': '2025-09-12', 'illness-sure': 'yes' };
      expectIn(language, await upload('illness', fields, pdf));
    });

    test('illness that changes nothing', async () => {
      site.world.now = '2025-12-22T09:00:00.000Z';
      const fields = { 'illness-left': 'yes', 'illness-day': '2025-12-19', 'illness-sure': 'yes' };
      const answer = await upload('illness', fields, pdf);
      expect(answer.status).toBe(422);
      expect(answer.body).not.toContain('lang="en"');
      expectIn(language, answer);
    });

    test('a duty that is done', async () => {
      expectIn(language, await send('duties', { 'duties-eu-survey': 'yes' }));
    });

    test('what is not possible any more, and what never was', async () => {
      await site.world.command(id, { type: 'withdraw', reason: '–' });
      expectIn(language, await send('withdraw', {}));
      expectIn(language, await send('anything', {}));
    });
  });

  test('parts are asked for, and a demand is objected to', async () => {
    const path = await pageOf(site, await site.world.demanded(), 'status');
    expectIn(language, await site.post(`${path}?do=parts`, { 'parts-wish': '–' }));
    expectIn(language, await site.post(`${path}?do=object`, { 'object-reason': '–' }));
  });

  test('another cost centre', async () => {
    const id = await weekOfStaff(site);
    const { role = '' } = openStep(await site.world.load(id)) ?? {};
    await site.world.command(id, { type: 'decide-step', role, as: 'approver', turn: 0, by: '–', choice: 'agree' });
    await site.world.command(id, { type: 'approve', by: 'Kari Nordmann' });
    await site.world.command(id, { type: 'sign' });
    const path = await pageOf(site, id, 'status');
    expectIn(language, await site.get(path));
    for (const costCentre of ['', '1', '263110']) {
      const fields = { 'account-unit': 'Sykepleie', 'account-costCentre': costCentre };
      expectIn(language, await site.post(`${path}?do=account`, fields));
    }
  });
});
