import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseItem, StoredMobility } from '../../shared/mobility/records.ts';
import { Conflict } from '../../shared/store/errors.ts';
import { Site } from './site.ts';

let site: Site;
beforeEach(() => {
  site = new Site();
});

const mobility = (): StoredMobility => {
  const item = site.world.store.all('cases').find(({ sk }) => sk === 'case') as CaseItem | undefined;
  if (!item) throw new Error('There is no case.');
  return item.mobility;
};

describe('approve', () => {
  let path: string;
  beforeEach(async () => {
    await site.world.open();
    path = site.world.link(/waits for your approval/);
  });

  test('shows the application, the working and what follows', async () => {
    const { text } = await site.get(path);
    for (const shown of [
      'Ingrid Østby Dahl',
      'Paris, France',
      '18 August to 19 December 2025',
      '2 120.00 EUR',
      '120 days (4 months flat)',
      'Nominated for the stay yes',
    ]) {
      expect(text).toContain(shown);
    }
  });

  test('approves in the officer’s name; the link then says what was decided and when', async () => {
    const answer = await site.decide(path, { choice: 'approve', by: 'Kari Nordmann' });
    expect(mobility().approval).toEqual({ by: 'Kari Nordmann', at: site.world.now });
    expect(answer.text).toContain('Kari Nordmann approved the application. 5 May 2025 at 12:00');
    expect((await site.get(path)).body).not.toContain('<form');
  });

  test('refuses with the reason that the applicant reads', async () => {
    await site.decide(path, { choice: 'refuse', reason: 'The host has cancelled.\r\nSorry.', by: 'Kari Nordmann' });
    expect(mobility()).toMatchObject({ state: 'refused', refusalReason: 'The host has cancelled.\nSorry.' });
    await site.deliverAll();
    expect(site.world.last(/was refused/).text).toContain('The host has cancelled.');
  });

  test.each([
    [{ by: 'Kari' }, 'choice', 'Choose whether you approve or refuse.'],
    [{ choice: 'approve' }, 'by', 'Give your name.'],
    [{ choice: 'refuse', by: 'Kari' }, 'reason', 'Give the applicant a reason.'],
  ])('%j is not enough', async (fields, field, sentence) => {
    const answer = await site.decide(path, fields);
    expect(answer.status).toBe(422);
    expect(answer.error(field)).toBe(sentence);
    expect(mobility().state).toBe('applied');
  });

  test('a second mail’s link says what was decided through the first', async () => {
    await site.world.mail(mobility().id, 'reminder', 'approval-reminder', {});
    const second = site.world.link(/Reminder/);
    await site.decide(path, { choice: 'approve', by: 'Kari Nordmann' });
    expect((await site.get(second)).text).toContain('This application was approved by Kari Nordmann');
    const late = await site.decide(second, { choice: 'refuse', reason: 'x', by: 'Per' });
    expect(late.status).toBe(409);
    expect(mobility().refusalReason).toBeUndefined();
  });

  test('whoever was slower sees how it stands, and nothing of theirs is written', async () => {
    const seen = (await site.get(path)).value('seen') ?? '';
    site.world.store.failNext(new Conflict([{ key: 'case', expectation: 'at version 1' }]), 'commit');
    for (let i = 0; i < 5; i += 1) site.world.store.failNext(new Conflict([]), 'commit');
    const answer = await site.post(path, { seen, choice: 'approve', by: 'Kari Nordmann' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Somebody else was faster');
    expect(mobility().state).toBe('applied');
  });

  test('a decision on something other than what was shown does not count', async () => {
    const answer = await site.post(path, { seen: '0123456789abcdef', choice: 'approve', by: 'Kari Nordmann' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('The case has changed since you opened this page.');
    expect(mobility().state).toBe('applied');
  });
});

describe('sign', () => {
  let path: string;
  beforeEach(async () => {
    await site.world.approved();
    path = site.world.link(/ready to sign/);
  });

  test('shows the whole agreement', async () => {
    const { text } = await site.get(path);
    for (const shown of [
      'Please sign by 31 August 2025',
      'NHH Norwegian School of Economics, Bergen',
      'Kari Nordmann, 5 May 2025',
      '120 days (4 months flat) × 530.00 EUR / 30 = 2 120.00 EUR',
      '1 484.00 EUR 17 425.87 NOK',
      '1234 56 78903',
      '1 EUR = 11.7425 NOK',
      'A stay of less than 60 days gives no grant',
      'EU participant survey',
    ]) {
      expect(text).toContain(shown);
    }
  });

  test('is signed with the box ticked and the code from the mail', async () => {
    const answer = await site.decide(path, { read: 'yes' }, { code: true });
    expect(mobility().agreement?.signatures.participant).toEqual({ at: site.world.now });
    expect(answer.text).toContain('You signed the grant agreement.');
  });

  test('asks first for the code, then offers the field with what was filled in kept', async () => {
    const page = await site.get(path);
    expect(page.body).not.toContain('name="code"');
    const sent = await site.post(path, { seen: page.value('seen') ?? '', read: 'yes', do: 'send-code' });
    expect(sent.text).toContain('A code is on its way to i•••@student.nhh.example.');
    expect(sent.body).toMatch(/name="read"[^>]* checked/);
    expect(sent.body).toContain('autocomplete="one-time-code"');
  });

  test('the Enter key in the code field signs, and does not send another code', async () => {
    const page = await site.get(path);
    const sent = await site.post(path, { seen: page.value('seen') ?? '', do: 'send-code' });
    const buttons = [...sent.body.matchAll(/<button[^>]*>([^<]+)</g)].map(([, label]) => label);
    expect(buttons).toEqual(['Sign the agreement', 'Send me a new code']);
  });

  test.each([
    ['', 'Type the code from the mail.'],
    ['000000', 'This is not the code. 4 tries are left; then a new code is needed.'],
  ])('the code “%s” does not sign', async (code, sentence) => {
    const seen = (await site.get(path)).value('seen') ?? '';
    await site.post(path, { seen, do: 'send-code' });
    await site.code();
    const answer = await site.post(path, { seen, read: 'yes', code });
    expect(answer.status).toBe(422);
    expect(answer.error('code')).toBe(sentence);
    expect(answer.value('code')).toBe('');
    expect(mobility().state).toBe('agreement-issued');
  });

  test('without having asked for a code nothing is signed', async () => {
    const seen = (await site.get(path)).value('seen') ?? '';
    const answer = await site.post(path, { seen, read: 'yes', code: '123456' });
    expect(answer.text).toContain('No code is open for this page. Ask for a new one; each works once.');
    expect(mobility().state).toBe('agreement-issued');
  });

  test('an old code and too many tries are told apart', async () => {
    const seen = (await site.get(path)).value('seen') ?? '';
    await site.post(path, { seen, do: 'send-code' });
    const code = await site.code();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let i = 0; i < 4; i += 1) await site.post(path, { seen, read: 'yes', code: wrong });
    const locked = await site.post(path, { seen, read: 'yes', code: wrong });
    expect(locked.text).toContain('The code was typed wrongly too often');
    expect((await site.get(path)).body).not.toContain('name="code"');
    await site.post(path, { seen, do: 'send-code' });
    const fresh = await site.code();
    site.world.now = '2025-05-05T10:16:00.000Z';
    const late = await site.post(path, { seen, read: 'yes', code: fresh });
    expect(late.text).toContain('The code is older than 15 minutes');
    expect(mobility().state).toBe('agreement-issued');
  });

  test('the sixth code within an hour is refused, with the moment from which it works again', async () => {
    const seen = (await site.get(path)).value('seen') ?? '';
    for (let i = 0; i < 5; i += 1) expect((await site.post(path, { seen, do: 'send-code' })).status).toBe(200);
    const sixth = await site.post(path, { seen, do: 'send-code' });
    expect(sixth.status).toBe(429);
    expect(sixth.text).toContain('You can ask for another one from 5 May 2025 at 13:00.');
  });

  test('the box has to be ticked', async () => {
    const answer = await site.decide(path, {}, { code: true });
    expect(answer.error('read')).toBe('Tick the box to say that you have read the agreement and sign it.');
  });

  test('after the agreement has lapsed the link says so', async () => {
    await site.world.command(mobility().id, { type: 'withdraw', reason: 'changed plans' });
    expect((await site.get(path)).text).toContain('There is no agreement to sign here now.');
  });
});

describe('confirm the stay', () => {
  let path: string;
  const who = { by: 'Claire Martin', role: 'Erasmus coordinator' };
  beforeEach(async () => {
    const id = await site.world.firstPaid();
    site.world.now = '2025-12-22T09:00:00.000Z';
    await site.world.mail(id, 'x', 'confirmation-request', { due: '2026-01-18' });
    path = site.world.link(/confirm the Erasmus/);
  });

  test('offers the planned dates and shows no amount', async () => {
    const page = await site.get(path);
    expect([page.value('start'), page.value('end')]).toEqual(['2025-08-18', '2025-12-19']);
    expect(page.text).not.toMatch(/EUR|NOK/);
  });

  test('takes the planned dates at once', async () => {
    const answer = await site.decide(path, { start: '2025-08-18', end: '2025-12-19', ...who });
    expect(mobility().confirmed).toMatchObject({
      period: { start: '2025-08-18', end: '2025-12-19' },
      by: 'host',
      name: 'Claire Martin',
      role: 'Erasmus coordinator',
    });
    expect(answer.text).toContain('Claire Martin confirmed the dates 18 August to 19 December 2025.');
  });

  test('shows what differs before other dates count', async () => {
    const dates = { start: '2025-08-18', end: '2025-10-20', ...who };
    const look = await site.decide(path, dates);
    expect(look.text).toContain('These dates differ from the plan');
    expect(look.text).toContain('18 August to 20 October 2025 (60 days less)');
    expect(mobility().confirmed).toBeUndefined();
    await site.post(path, { ...dates, seen: look.value('seen') ?? '', looked: look.value('looked') ?? '' });
    expect(mobility().confirmed?.period).toEqual({ start: '2025-08-18', end: '2025-10-20' });
  });

  test('a second look counts only for the dates that were looked at', async () => {
    const look = await site.decide(path, { start: '2025-08-18', end: '2025-10-20', ...who });
    const other = await site.post(path, {
      start: '2025-08-18',
      end: '2025-10-21',
      ...who,
      seen: look.value('seen') ?? '',
      looked: look.value('looked') ?? '',
    });
    expect(other.text).toContain('18 August to 21 October 2025');
    expect(mobility().confirmed).toBeUndefined();
  });

  test.each([
    [{ start: '', end: '2025-12-19' }, 'start', 'Give the first day.'],
    [{ start: '2025-12-19', end: '2025-08-18' }, 'end', 'The last day lies before the first day. Check both.'],
    [
      { start: '2025-08-18', end: '2025-12-23' },
      'end',
      'The last day lies in the future. Confirm the stay when it has ended.',
    ],
  ])('%j is not taken', async (dates, field, sentence) => {
    const answer = await site.decide(path, { ...dates, ...who });
    expect(answer.error(field)).toBe(sentence);
    expect(answer.value('by')).toBe('Claire Martin');
  });

  test('a refusal of the case is said as a sentence', async () => {
    const dates = { start: '2024-08-18', end: '2024-12-19', ...who };
    const look = await site.decide(path, dates);
    const answer = await site.post(path, {
      ...dates,
      seen: look.value('seen') ?? '',
      looked: look.value('looked') ?? '',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('These dates are far from the planned stay.');
  });
});

describe('what the office decides', () => {
  test('silence: more time or the money back, with the calculation shown', async () => {
    const id = await site.world.firstPaid();
    site.world.now = '2026-04-20T09:00:00.000Z';
    await site.world.mail(id, 'x', 'confirmation-overdue', {});
    const path = site.world.link(/No confirmation of stay/);
    expect((await site.get(path)).text).toContain('1 484.00 EUR would be demanded back.');
    const answer = await site.decide(path, { choice: 'demand', by: 'Kari Nordmann' }, { code: true });
    expect(answer.text).toContain('Kari Nordmann decided to demand the money back.');
    expect(mobility().confirmed?.period).toBeUndefined();
    await site.world.settleDown(id);
    expect(mobility().claim?.amount.minor).toBe(148_400);
  });

  test('an overdue claim: more time', async () => {
    const id = await site.world.demanded();
    site.world.now = '2026-03-25T09:00:00.000Z';
    await site.world.mail(id, 'x', 'claim-overdue', {});
    const answer = await site.decide(
      site.world.link(/overdue/),
      { choice: 'extend', by: 'Kari Nordmann' },
      { code: true },
    );
    expect(answer.text).toContain('Kari Nordmann gave more time.');
    expect(mobility().claim?.due).toBe('2026-04-24');
  });

  test('whoever proposed to give a claim up cannot decide on it', async () => {
    const id = await site.world.demanded();
    await site.world.command(id, {
      type: 'decide-claim',
      by: 'Kari Nordmann',
      choice: 'write-off',
      reason: 'Hardship',
      evidence: 'Archive 26/17',
    });
    const path = site.world.link(/Writing off/);
    const same = await site.decide(path, { choice: 'approve', by: 'Kari Nordmann' }, { code: true });
    expect(same.text).toContain('Whoever proposed this cannot approve it. Ask a colleague.');
    const other = await site.decide(path, { choice: 'approve', by: 'Per Hansen' }, { code: true });
    expect(other.text).toContain('Per Hansen gave the rest up.');
    expect(mobility()).toMatchObject({ state: 'closed', claim: { writtenOff: { minor: 37_100 } } });
  });
});

describe('what a second person decides', () => {
  test('a demand goes out only with a ticked box, a name and a code', async () => {
    await site.world.confirmed('2025-08-18', '2025-10-20');
    const path = site.world.link(/repayment demand/);
    expect((await site.get(path)).text).toContain('371.00 EUR');
    const missing = await site.decide(path, { by: 'Per Hansen' }, { code: true });
    expect(missing.error('checked-working')).toBe('Tick the box to say that you have checked it.');
    await site.decide(path, { 'checked-working': 'yes', by: 'Per Hansen' }, { code: true });
    expect(mobility().claim).toMatchObject({ state: 'open', due: '2026-01-21' });
  });

  test('a payment above the limit is released', async () => {
    await site.world.signed((same) => ({
      ...same,
      stay: {
        ...same.stay,
        planned: { start: '2025-08-18', end: '2026-06-15' },
        facts: { ...same.stay.facts, doubleDegree: true },
      },
    }));
    const path = site.world.link(/waits for a second person/);
    expect((await site.get(path)).text).toContain('3 339.00 EUR');
    await site.decide(path, { 'checked-working': 'yes', by: 'Per Hansen' }, { code: true });
    expect(mobility().payments[0]?.state).toBe('ready');
    expect((await site.get(path)).text).toContain('Per Hansen released the payment.');
  });

  test('a new account is refused, and the old one stays', async () => {
    const id = await site.world.firstPaid();
    await site.world.command(id, { type: 'propose-account', account: { bban: '86011117947' } });
    const path = site.world.link(/new bank account/);
    await site.decide(path, { choice: 'refuse', by: 'Per Hansen' }, { code: true });
    expect(mobility().participant.account).toEqual({ bban: '12345678903' });
    expect(mobility().proposedAccount).toBeUndefined();
  });

  test('an account that was exchanged for another one after the page was opened is not approved', async () => {
    const id = await site.world.firstPaid();
    await site.world.command(id, { type: 'propose-account', account: { bban: '86011117947' } });
    const path = site.world.link(/new bank account/);
    const seen = (await site.get(path)).value('seen') ?? '';
    await site.post(path, { seen, do: 'send-code' });
    const code = await site.code();
    await site.world.command(id, { type: 'propose-account', account: { iban: 'DE89370400440532013000' } });
    const answer = await site.post(path, { seen, choice: 'approve', by: 'Per Hansen', code });
    expect(answer.status).toBe(409);
    expect(mobility().participant.account).toEqual({ bban: '12345678903' });
  });
});
