import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseItem, StoredMobility } from '../../shared/mobility/records.ts';
import { Site } from './site.ts';

let site: Site;
let office: string;
beforeEach(async () => {
  site = new Site();
  await site.world.signed();
  await site.deliverAll();
  office = site.world.link(/waits for your approval/);
});

const mobility = (): StoredMobility => {
  const item = site.world.store.all('cases').find(({ sk }) => sk === 'case') as CaseItem | undefined;
  if (!item) throw new Error('There is no case.');
  return item.mobility;
};

const more = {
  choice: 'confirmation-decision',
  to: '2026-02-27',
  reason: 'Her coordinator is away.',
  by: 'Kari Nordmann',
};

describe('the page of all deadlines of a case', () => {
  test('is reached from the mails of the office, also when that decision has been made', async () => {
    expect((await site.get(office)).body).toContain(`href="${office}/deadlines"`);
    const page = await site.get(`${office}/deadlines`);
    expect(page.text).toContain('the host is asked for the dates of the stay');
    expect(page.text).toContain('the office hears if the first payment has not been made');
    expect(page.text).toContain('The stay is confirmed');
  });

  test('is not there for the participant', async () => {
    const own = site.world.link(/^Signed: /);
    expect((await site.get(own)).body).not.toContain('/deadlines');
    expect((await site.get(`${own}/deadlines`)).status).toBe(404);
    expect((await site.post(`${own}/deadlines`, more)).status).toBe(404);
  });

  test('needs a code, a choice, a later day, a reason and a name', async () => {
    const page = await site.get(`${office}/deadlines`);
    const seen = page.value('seen') ?? '';
    const empty = await site.post(`${office}/deadlines`, { seen });
    expect([empty.status, empty.error('choice'), empty.error('reason'), empty.error('by')]).toEqual([
      422,
      'Choose what is to be done.',
      'Say why.',
      'Give your name.',
    ]);
    const early = await site.post(`${office}/deadlines`, { seen, ...more, to: '2025-12-01' });
    expect(early.error('to')).toContain('a deadline is only moved later');
    const noCode = await site.post(`${office}/deadlines`, { seen, ...more });
    expect([noCode.status, noCode.error('code')]).toEqual([422, 'Type the code from the mail.']);
    expect(mobility().moved).toBeUndefined();
  });

  test('moves the day, says so there, and tells the participant without the reason', async () => {
    const answer = await site.decide(`${office}/deadlines`, more, { code: true });
    expect(mobility().moved).toMatchObject([{ to: '2026-02-27', by: 'Kari Nordmann', reason: more.reason }]);
    expect(answer.text).toContain('Her coordinator is away.');
    await site.deliverAll();
    const own = await site.get(site.world.link(/^More time: your confirmation of stay by 27 February 2026/));
    expect(own.text).toContain('More time given');
    expect(own.text).not.toContain('coordinator is away');
  });

  test('has nothing to end while an offer has not been out of reach', async () => {
    expect((await site.get(`${office}/deadlines`)).body).not.toContain('End the offer');
    const forged = { ...more, choice: 'end', to: '' };
    const answer = await site.decide(`${office}/deadlines`, forged, { code: true });
    expect(answer.error('choice')).toBe('Choose what is to be done.');
  });
});
