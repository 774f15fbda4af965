import { beforeEach, describe, expect, test } from 'vitest';
import type { Mobility } from '../../shared/mobility/case.ts';
import { type Fields, Site } from './site.ts';

/** The deeds and actions of a claim after the demand: parts, objection, correction, return of an over-payment. */

let site: Site;
let id: string;
beforeEach(async () => {
  site = new Site();
  id = await site.world.demanded();
});

const mobility = (): Promise<Mobility> => site.world.load(id);
const dates = { dates: 'other', start: '2025-08-18', end: '2025-11-20' };
const why = { reason: 'The host had confirmed the wrong day.', evidence: 'Archive 26/18' };
const correction: Fields = { ...dates, ...why, by: 'Kari Nordmann' };

/** With code and second look, as an officer does it. */
async function decideTwice(path: string, fields: Fields) {
  const look = await site.decide(path, fields, { code: true });
  const hidden = { seen: look.value('seen') ?? '', looked: look.value('looked') ?? '', code: look.value('code') ?? '' };
  return { look, done: await site.post(path, { ...fields, ...hidden }) };
}

describe('asking for parts', () => {
  let path: string;
  beforeEach(() => {
    path = site.world.link(/pay back/);
  });
  const ask = (wish: string) => site.post(`${path}?do=parts`, { 'parts-wish': wish });

  test('is offered as soon as the demand has come, and reaches the office', async () => {
    expect((await site.get(path)).text).toContain('I cannot pay at once, and ask for parts');
    const answer = await ask('500 NOK a month');
    expect(answer.text).toContain('until then the date of the demand stays');
    await site.deliverAll();
    expect(site.world.last(/asks to pay back in parts/).text).toContain('500 NOK a month');
    expect((await site.get(path)).text).not.toContain('ask for parts');
  });

  test('without words is answered with a sentence', async () => {
    const answer = await ask('  ');
    expect([answer.status, answer.error('parts-wish')]).toEqual([422, 'Say what you can pay, and when.']);
    expect((await mobility()).claim?.askedForParts).toBeUndefined();
  });

  describe('before the office', () => {
    let office: string;
    beforeEach(async () => {
      await ask('500 NOK a month');
      await site.deliverAll();
      office = site.world.link(/asks to pay back in parts/);
    });

    test('is granted before the date, with days as a tired person types them', async () => {
      const due = '1.2.2026, 1/3/2026\n2026-04-01';
      const answer = await site.decide(office, { choice: 'instalments', due, by: 'Kari Nordmann' }, { code: true });
      expect(answer.text).toContain('Kari Nordmann agreed on parts.');
      expect((await mobility()).claim?.plan?.parts.map((part) => part.due)).toEqual([
        '2026-02-01',
        '2026-03-01',
        '2026-04-01',
      ]);
    });

    test('is refused with an answer that the participant reads', async () => {
      const fields = { choice: 'refuse-instalments', answer: 'It would take thirty years.', by: 'Kari Nordmann' };
      await site.decide(office, fields, { code: true });
      await site.deliverAll();
      expect(site.world.last(/cannot pay back in parts/).text).toContain('It would take thirty years.');
      expect((await mobility()).claim?.plan).toBeUndefined();
    });

    test.each<[Fields, string, string]>([
      [{ choice: '' }, 'choice', 'Choose what happens.'],
      [{ choice: 'instalments', due: 'tomorrow' }, 'due', 'Give 2 to 36 days, one for each part.'],
      [
        { choice: 'instalments', due: 'in May, in June' },
        'due',
        'Write each day as year, month and day, for example 2026-03-01.',
      ],
      [
        { choice: 'instalments', due: '2026-03-01, 2026-02-01' },
        'due',
        'The days have to lie in the future, each later than the one before.',
      ],
      [{ choice: 'refuse-instalments' }, 'answer', 'Give the participant an answer.'],
      [{ choice: 'collect' }, 'agency', 'Say who collects the claim.'],
      [{ choice: 'waive', reason: 'Hardship' }, 'evidence', 'Say where the evidence is kept.'],
    ])('%j is answered with a sentence', async (fields, field, sentence) => {
      const answer = await site.decide(office, { by: 'Kari Nordmann', ...fields }, { code: true });
      expect(answer.status).toBe(422);
      expect(answer.error(field)).toBe(sentence);
      expect((await mobility()).claim?.askedForParts).toBeDefined();
    });
  });
});

describe('an objection', () => {
  let path: string;
  beforeEach(async () => {
    await site.world.command(id, { type: 'object-to-claim', reason: 'The host wrote the wrong month.' });
    path = site.world.link(/objects to a repayment/);
  });

  test('is dismissed with an answer and a code', async () => {
    const fields = { choice: 'dismiss', answer: 'The host has confirmed it again.', by: 'Kari Nordmann' };
    const without = await site.decide(path, fields);
    expect([without.status, (await mobility()).claim?.objection?.decision]).toEqual([422, undefined]);
    expect((await site.decide(path, fields, { code: true })).text).toContain('dismissed the objection');
    expect((await mobility()).claim?.objection).toMatchObject({ decision: 'dismissed', decidedBy: 'Kari Nordmann' });
  });

  test('is upheld after a look at what follows, and waits for a second person', async () => {
    const { look, done } = await decideTwice(path, { choice: 'uphold', answer: 'You are right.', ...correction });
    expect(look.text).toContain('This is what follows');
    expect(done.text).toContain('upheld the objection');
    expect((await mobility()).proposedCorrection?.dates).toEqual({ start: '2025-08-18', end: '2025-11-20' });
  });

  test('upheld and refused by the second person, is here again and says so, with both names', async () => {
    expect((await site.get(path)).text).not.toContain('a second person refused');
    await decideTwice(path, { choice: 'uphold', answer: 'You are right.', ...correction });
    await site.deliverAll();
    const second = site.world.link(/corrected calculation waits/);
    await site.decide(second, { choice: 'refuse', by: 'Per Hansen' }, { code: true });
    await site.deliverAll();
    const again = await site.get(site.world.link(/objects to a repayment/));
    expect(again.text).toContain('It was upheld before, and a second person refused');
    expect(again.text).toContain('Kari Nordmann upheld it');
    expect(again.text).toContain('Per Hansen refused that');
  });

  test.each<[Fields, string, string]>([
    [{}, 'choice', 'Choose whether you uphold the objection.'],
    [{ choice: 'dismiss' }, 'answer', 'Give the participant an answer.'],
    [{ choice: 'dismiss', answer: 'No.', by: ' ' }, 'by', 'Give your name.'],
    [{ choice: 'uphold', answer: 'Yes.' }, 'dates', 'Say what the dates of the stay are.'],
    [{ choice: 'uphold', answer: 'Yes.', ...dates, reason: 'x' }, 'evidence', 'Say where the evidence is kept.'],
  ])('%j is answered with a sentence', async (fields, field, sentence) => {
    const answer = await site.decide(path, { by: 'Kari Nordmann', ...fields }, { code: true });
    expect([answer.status, answer.error(field)]).toEqual([422, sentence]);
    expect((await mobility()).claim?.objection?.decision).toBeUndefined();
  });
});

describe('a correction', () => {
  let path: string;
  beforeEach(() => {
    path = site.world.link(/^Final calculation for/);
  });

  test('is proposed after a look at what follows, with a code', async () => {
    const { look, done } = await decideTwice(path, correction);
    expect(look.text).toContain('If it is right, send it once more.');
    expect(done.text).toContain('Kari Nordmann proposed a corrected calculation.');
    expect((await mobility()).proposedCorrection).toMatchObject({ by: 'Kari Nordmann', evidence: 'Archive 26/18' });
  });

  test.each<[Fields, string, string]>([
    [{ dates: '' }, 'dates', 'Say what the dates of the stay are.'],
    [{ start: '' }, 'start', 'Give the first day.'],
    [{ end: '31.11.2025' }, 'end', 'This is not a date. Write year, month and day, for example 2025-08-18.'],
    [{ reason: ' ' }, 'reason', 'Say why it is corrected.'],
    [{ evidence: '' }, 'evidence', 'Say where the evidence is kept.'],
    [{ by: '' }, 'by', 'Give your name.'],
  ])('with %j is answered with a sentence', async (wrong, field, sentence) => {
    const answer = await site.decide(path, { ...correction, ...wrong }, { code: true });
    expect([answer.status, answer.error(field)]).toEqual([422, sentence]);
    expect((await mobility()).proposedCorrection).toBeUndefined();
  });

  test('that changes nothing is refused as a sentence', async () => {
    const { done } = await decideTwice(path, { ...correction, dates: 'unchanged' });
    expect(done.text).toContain('The calculation would be the same.');
  });

  describe('before the second person', () => {
    let second: string;
    beforeEach(async () => {
      await decideTwice(path, correction);
      await site.deliverAll();
      second = site.world.link(/corrected calculation waits/);
    });

    test('cannot be decided by whoever proposed it, however the name is typed', async () => {
      const answer = await site.decide(second, { choice: 'approve', by: ' kari  NORDMANN' }, { code: true });
      expect(answer.text).toContain('Whoever proposed this cannot approve it. Ask a colleague.');
      expect((await mobility()).proposedCorrection).toBeDefined();
    });

    test('opens the settlement again', async () => {
      const answer = await site.decide(second, { choice: 'approve', by: 'Per Hansen' }, { code: true });
      expect(answer.text).toContain('Per Hansen approved the corrected calculation.');
      await site.world.settleDown(id);
      expect((await mobility()).earlierSettlements).toHaveLength(1);
      const status = (await site.get(site.world.link(/pay back/))).text;
      expect(status).toContain('Your grant until it is calculated anew 1 113.00 EUR');
    });

    test.each<[Fields, string, string]>([
      [{ by: 'Per Hansen' }, 'choice', 'Choose whether it is calculated anew.'],
      [{ choice: 'approve' }, 'by', 'Give your name.'],
    ])('%j is answered with a sentence', async (fields, field, sentence) => {
      expect((await site.decide(second, fields, { code: true })).error(field)).toBe(sentence);
    });
  });
});

describe('the return of an over-payment', () => {
  let path: string;
  beforeEach(async () => {
    await site.world.repaid(id, 500_000, 'R1');
    path = site.world.link(/^Paid in too much/);
  });

  test('shows amount and account, and leaves with a ticked box, a name and a code', async () => {
    expect((await site.get(path)).text).toContain('643.53 NOK');
    const answer = await site.decide(path, { checked: 'yes', by: 'Per Hansen' }, { code: true });
    expect(answer.text).toContain('Per Hansen let the return go.');
    expect((await mobility()).returns?.[0]?.state).toBe('ready');
  });

  test('stands among the payments on the participant’s page', async () => {
    const status = (await site.get(site.world.link(/too much was paid in/))).text;
    expect(status).toContain('Paid in too much, returned');
    expect(status).toContain('Paid back 371.00 EUR');
  });

  test.each<[Fields, string, string]>([
    [{ by: 'Per Hansen' }, 'checked', 'Tick the box to say that you have compared them.'],
    [{ checked: 'yes' }, 'by', 'Give your name.'],
  ])('%j is answered with a sentence', async (fields, field, sentence) => {
    expect((await site.decide(path, fields, { code: true })).error(field)).toBe(sentence);
    expect((await mobility()).returns?.[0]?.state).toBe('held');
  });
});
