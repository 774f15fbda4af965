import { beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '../../shared/store/port.ts';
import { Site } from './site.ts';
import { greenTravel } from './stages.ts';

/** Changes during the stay, from the participant's page to the office's. */
let site: Site;
let id: string;
let path: string;
const hidden = (name: string, body: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

beforeEach(async () => {
  site = new Site();
  id = await site.world.firstPaid();
  path = site.world.link(/^Paid/);
  site.world.now = '2025-10-06T08:00:00.000Z';
});

describe('a longer stay', () => {
  const typed = { 'extend-end': '2026-01-31', 'extend-reason': 'My thesis takes longer.' };
  const send = (fields: Readonly<Record<string, string>>) => site.post(`${path}?do=extend`, { ...typed, ...fields });

  /** Looks at what it brings, asks for the code, and signs with it. */
  async function asked() {
    const look = await send({ do: 'send-code' });
    const looked = hidden('looked', look.body);
    const coded = await send({ looked, do: 'send-code' });
    return {
      look,
      coded,
      done: await send({ looked: hidden('looked', coded.body), 'extend-code': await site.code() }),
    };
  }

  test('is previewed, signed with a code, and put before the office', async () => {
    const { look, coded, done } = await asked();
    expect(look.text).toContain('If you may stay until 31 January 2026');
    expect(look.text).toContain('Difference, paid with the rest after the stay 759.67 EUR');
    expect(look.text).toContain('163 days × 530.00 EUR / 30 = 2 879.67 EUR');
    expect(coded.text).toContain('Code from the mail');
    expect(coded.text).toContain('2 879.67 EUR');
    expect(done.text).toContain('Your request has arrived.');
    expect(done.text).toContain('On 6 October 2025 you asked to stay until 31 January 2026.');
    expect(done.body).not.toContain('id="do-extend"');
    expect((await site.world.load(id)).extensions).toMatchObject([{ end: '2026-01-31' }]);
  });

  test('nothing is asked before it was looked at, nor without the code', async () => {
    await send({ 'extend-code': '123456' });
    const look = await send({});
    await send({ looked: hidden('looked', look.body), 'extend-code': '123456' });
    expect((await site.world.load(id)).extensions).toBeUndefined();
  });

  test('what was looked at is not what is sent: it is shown again', async () => {
    const look = await send({});
    const other = await send({ looked: hidden('looked', look.body), 'extend-end': '2026-02-28' });
    expect(other.text).toContain('If you may stay until 28 February 2026');
  });

  test.each([
    ['', 'Give the new last day.'],
    ['soon', 'This is not a date.'],
    ['2025-12-19', 'Your agreement ends on 19 December 2025 already.'],
    ['2027-01-31', '360 are the most'],
  ])('the day “%s”: %s', async (end, sentence) => {
    const answer = await send({ 'extend-end': end });
    expect(answer.status).toBe(422);
    expect(answer.error('extend-end')).toContain(sentence);
  });

  test('needs a reason', async () => {
    expect((await send({ 'extend-reason': '' })).error('extend-reason')).toBe('Say why you want to stay longer.');
  });

  test('too late: says by when, whom to ask, and what days beyond the end bring', async () => {
    site.world.now = '2025-11-20T08:00:00.000Z';
    const { text } = await site.get(path);
    expect(text).toContain('A longer stay had to be asked for by 19 November 2025.');
    expect(text).toContain('international@nhh.example');
    const answer = await send({});
    expect(answer.status).toBe(422);
    expect((await site.world.load(id)).extensions).toBeUndefined();
  });

  test('the office grants it with a code: the agreement is amended, and both pages say so', async () => {
    await asked();
    await site.deliverAll();
    const office = site.world.link(/^A longer stay/);
    expect((await site.get(office)).text).toContain('My thesis takes longer.');
    const done = await site.decide(office, { choice: 'grant', answer: '', by: 'Kari Nordmann' }, { code: true });
    expect(done.text).toContain('Kari Nordmann granted the stay until 31 January 2026.');
    const { text } = await site.get(path);
    expect(text).toContain('Your grant, agreed 2 879.67 EUR');
    expect(text).toContain('On 6 October 2025 your stay was prolonged until 31 January 2026');
    await site.deliverAll();
    expect(site.world.last(/^Your stay is prolonged/).text).toContain('2 879.67 EUR');
  });

  test.each([
    [{ by: 'Kari Nordmann' }, 'choice', 'Choose whether you grant the longer stay.'],
    [{ choice: 'refuse', by: 'Kari Nordmann' }, 'answer', 'Give the participant a reason.'],
    [{ choice: 'grant' }, 'by', 'Give your name.'],
  ])('the office’s form %j', async (fields, field, sentence) => {
    await asked();
    await site.deliverAll();
    const answer = await site.decide(site.world.link(/^A longer stay/), fields as Record<string, string>);
    expect(answer.error(field)).toBe(sentence);
  });

  test('when the call has no money left, it says so', async () => {
    await asked();
    await site.deliverAll();
    const budget = site.world.store.all('cases').find(({ pk }) => pk.includes('budget')) as
      | (Item & { readonly available: number })
      | undefined;
    if (!budget) throw new Error('There is no budget.');
    const key = { pk: budget.pk, sk: budget.sk };
    const gone = { add: { available: 100 - budget.available, reserved: budget.available - 100 } };
    await site.world.store.commit([{ do: 'update', table: 'cases', key, ...gone, expect: [] } as never]);
    const answer = await site.decide(
      site.world.link(/^A longer stay/),
      { choice: 'grant', by: 'Kari' },
      { code: true },
    );
    expect(answer.text).toContain('The call has no money left for another 759.67 EUR.');
    expect((await site.world.load(id)).stay.planned.end).toBe('2025-12-19');
  });
});

describe('an interruption', () => {
  const typed = { 'interrupt-start': '2025-10-06', 'interrupt-end': '2025-10-17', 'interrupt-reason': 'Work at home.' };
  const send = (fields: Readonly<Record<string, string>>) => site.post(`${path}?do=interrupt`, { ...typed, ...fields });
  const reported = async () => send({ looked: hidden('looked', (await send({})).body) });

  test('is previewed, reported, and confirmed by the office', async () => {
    const look = await send({});
    expect(look.text).toContain('6 October to 17 October 2025: 12 days of interruption.');
    expect(look.text).toContain('Grant on these dates, with it 1 943.33 EUR');
    expect((await site.world.load(id)).interruptions).toBeUndefined();
    expect((await reported()).text).toContain('Your report has arrived.');
    await site.deliverAll();
    const office = site.world.link(/^Interruption of a stay/);
    const done = await site.decide(office, { choice: 'confirm', by: 'Kari Nordmann' });
    expect(done.text).toContain('Kari Nordmann confirmed the interruption, 6 October to 17 October 2025.');
    const { text } = await site.get(path);
    expect(text).toContain('Interruption, 6 October to 17 October 2025: the final calculation leaves out 12 days.');
    expect(text).toContain('Your grant, agreed 2 120.00 EUR');
  });

  test.each([
    [{ 'interrupt-end': '' }, 'interrupt-end', 'Give the last day on which you were away.'],
    [{ 'interrupt-start': 'x' }, 'interrupt-start', 'This is not a date.'],
    [{ 'interrupt-end': '2025-10-01' }, 'interrupt-end', 'The last day lies before the first day.'],
    [{ 'interrupt-end': '2026-10-01' }, 'interrupt-end', 'These days have to lie within your stay.'],
    [{ 'interrupt-end': '2025-12-19' }, 'interrupt-end', 'At the beginning or end of the stay this is no interruption'],
    [{ 'interrupt-reason': '' }, 'interrupt-reason', 'Say in a few words why you were away.'],
  ])('%j', async (fields, field, sentence) => {
    const answer = await send(fields as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(answer.error(field)).toContain(sentence);
  });

  test('the office says why it is none', async () => {
    await reported();
    await site.deliverAll();
    const office = site.world.link(/^Interruption of a stay/);
    expect((await site.decide(office, { choice: 'refuse', by: 'Kari' })).error('answer')).toBe(
      'Tell the participant why.',
    );
    await site.decide(office, { choice: 'refuse', answer: 'The host was closed.', by: 'Kari' });
    expect((await site.get(path)).text).toContain('is not counted: The host was closed.');
  });

  describe('on the host’s page', () => {
    const dates = { start: '2025-08-18', end: '2025-12-19', by: 'Claire Martin', role: 'Coordinator' };
    let host: string;

    beforeEach(async () => {
      await reported();
      site.world.now = '2025-12-22T09:00:00.000Z';
      await site.world.mail(id, 'x', 'confirmation-request', { due: '2026-01-18' });
      host = site.world.link(/confirm the Erasmus/);
    });

    test('what was reported is named, and the days may be stated', async () => {
      expect((await site.get(host)).text).toContain('The participant has told us of 6 October to 17 October 2025.');
      const look = await site.decide(host, { ...dates, interruption: '10' });
      expect(look.text).toContain('Days of interruption 10');
      const again = { seen: hidden('seen', look.body), looked: hidden('looked', look.body) };
      await site.post(host, { ...again, ...dates, interruption: '10' });
      expect((await site.world.load(id)).confirmed).toMatchObject({ interruptionDays: 10 });
      expect((await site.get(path)).text).toContain('Your host has stated 10 days of interruption.');
    });

    test.each([
      ['two', 'Write a whole number, digits only.'],
      ['122', 'These are more days than the stay has, or as many.'],
    ])('“%s” is refused', async (interruption, sentence) => {
      expect((await site.decide(host, { ...dates, interruption })).error('interruption')).toContain(sentence);
    });
  });
});

describe('green travel', () => {
  const journey = {
    'green-out1-from': 'Bergen',
    'green-out1-to': 'Oslo',
    'green-out1-mode': 'train',
    'green-out1-km': '',
    'green-out2-from': 'Oslo',
    'green-out2-to': 'Paris',
    'green-out2-mode': 'train',
    'green-out2-km': '1 900',
    'green-back1-from': 'Paris',
    'green-back1-to': 'Bergen',
    'green-back1-mode': 'plane',
    'green-back1-km': '1340',
  };
  const send = (fields: Readonly<Record<string, string>> = {}) =>
    site.post(`${path}?do=green`, { ...journey, ...fields });
  const upload = () => site.upload(`${path}?do=receipt`, {}, 'receipt-file', Buffer.from('%PDF-1.7 a ticket'));

  beforeEach(async () => {
    site = new Site();
    id = await site.world.firstPaid(greenTravel);
    path = site.world.link(/^Paid/);
    site.world.now = '2025-12-22T09:00:00.000Z';
  });

  test('the claim takes the place of a box to tick', async () => {
    const { body, text } = await site.get(path);
    expect(body).not.toContain('duties-green');
    expect(text).toContain('At least 50 % of the kilometres have to be green.');
    expect(text).toContain('by 19 January 2026');
  });

  test('receipts first; the test is shown with its working; the office decides', async () => {
    expect((await send()).text).toContain('Upload the receipts of your journey first.');
    expect((await upload()).text).toContain('Your receipt is filed.');
    const look = await send();
    expect(look.text).toContain('Bergen – Oslo, train, 305 km (estimated, green)');
    expect(look.text).toContain('2205 of 3545 km are green. That is at least 50 %: the test holds.');
    expect((await site.world.load(id)).greenClaim).toBeUndefined();
    expect((await send({ looked: hidden('looked', look.body) })).text).toContain('Your claim has arrived.');
    await site.deliverAll();
    const office = site.world.link(/^Green travel/);
    const page = await site.get(office);
    expect(page.text).toContain('Oslo – Paris, train, 1900 km (green)');
    const href = /href="([^"]+\/documents\/[^"]+)"/.exec(page.body)?.[1] ?? '';
    expect((await site.get(href)).status).toBe(200);
    expect((await site.decide(office, { choice: 'refuse', by: 'Kari' })).error('answer')).toBe(
      'Give the participant a reason.',
    );
    await site.decide(office, { choice: 'refuse', answer: 'These are of a plane.', by: 'Kari' });
    expect((await site.get(path)).text).toContain('Your green travel was not accepted: These are of a plane.');
    expect((await site.get(href)).status).toBe(404);
  });

  test('a journey that is not green is not sent, and says why', async () => {
    await upload();
    const answer = await send({ 'green-out2-mode': 'plane' });
    expect(answer.text).toContain('305 of 3545 km are green, which is less than 50 %.');
    expect((await site.world.load(id)).greenClaim).toBeUndefined();
  });

  test.each([
    ['green-out1-to', '', 'green-out1-to', 'Give from, to and the means of transport'],
    ['green-out1-mode', 'rocket', 'green-out1-mode', 'Give from, to and the means of transport'],
    ['green-out2-km', 'far', 'green-out2-km', 'Give whole kilometres, from 1 to 20000.'],
    ['green-out2-km', '0', 'green-out2-km', 'Give whole kilometres, from 1 to 20000.'],
    ['green-out1-from', 'Nowhereville', 'green-out1-km', 'Give the kilometres'],
  ])('%s “%s”', async (name, value, field, sentence) => {
    await upload();
    const answer = await send({ [name]: value });
    expect(answer.status).toBe(422);
    expect(answer.error(field)).toContain(sentence);
  });

  test('there and nothing back', async () => {
    await upload();
    const none = Object.fromEntries(
      Object.keys(journey)
        .filter((name) => name.includes('back'))
        .map((name) => [name, '']),
    );
    expect((await send(none)).error('green-back1-from')).toBe('Tell at least one leg of this way.');
  });

  test('no claim at all, once the box is ticked', async () => {
    expect((await site.post(`${path}?do=not-green`, {})).error('not-green-sure')).toContain('Tick the box');
    const done = await site.post(`${path}?do=not-green`, { 'not-green-sure': 'yes' });
    expect(done.text).toContain('You make no claim to green travel.');
  });
});
