import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseItem, StoredMobility } from '../../shared/mobility/records.ts';
import { Site } from './site.ts';

let site: Site;
let approval: string;
beforeEach(async () => {
  site = new Site();
  await site.world.signed();
  await site.deliverAll();
  approval = site.world.link(/waits for your approval/);
});

const mobility = (): StoredMobility => {
  const item = site.world.store.all('cases').find(({ sk }) => sk === 'case') as CaseItem | undefined;
  if (!item) throw new Error('There is no case.');
  return item.mobility;
};

const reason = 'The invoice of the host is looked into.';
const keep = (by = 'Kari Nordmann') => site.decide(`${approval}/hold`, { reason, by }, { code: true });

describe('the page on which people of the institution keep payments of a case back', () => {
  test('is reached from their mails, also when that decision has been made', async () => {
    expect((await site.get(approval)).body).toContain(`href="${approval}/hold"`);
    expect((await site.get(`${approval}/hold`)).text).toContain('Keep payments back');
  });

  test('is not there for the participant', async () => {
    const own = site.world.link(/^Signed: /);
    expect((await site.get(own)).body).not.toContain('/hold');
    expect((await site.get(`${own}/hold`)).status).toBe(404);
    expect((await site.post(`${own}/hold`, { reason, by: 'Ingrid' })).status).toBe(404);
  });

  test('needs a code, a reason and a name', async () => {
    const page = await site.get(`${approval}/hold`);
    const seen = page.value('seen') ?? '';
    const empty = await site.post(`${approval}/hold`, { seen });
    expect([empty.status, empty.error('reason'), empty.error('by')]).toEqual([
      422,
      'Say why the payment is kept back.',
      'Give your name.',
    ]);
    const noCode = await site.post(`${approval}/hold`, { seen, reason, by: 'Kari' });
    expect([noCode.status, noCode.error('code')]).toEqual([422, 'Type the code from the mail.']);
    expect(mobility().hold).toBeUndefined();
  });

  test('keeps the payment back; the second person is asked, and the participant reads neutral words', async () => {
    const answer = await keep();
    expect(mobility()).toMatchObject({ hold: { by: 'Kari Nordmann', reason }, payments: [{ state: 'held' }] });
    expect(answer.text).toContain(`Kari Nordmann keeps payments back: ${reason}`);
    await site.deliverAll();
    const release = site.world.link(/waits for a second person/);
    expect((await site.get(release)).text).toContain(reason);
    const own = (await site.get(site.world.link(/^Signed: /))).text;
    expect(own).toContain('keeps the payment back until it has looked into something');
    expect(own).not.toContain(reason);
    const same = await site.decide(release, { 'checked-working': 'yes', by: 'kari nordmann' }, { code: true });
    expect(same.text).toContain('Whoever put this payment on hold cannot release it.');
    await site.decide(release, { 'checked-working': 'yes', by: 'Arne Lie' }, { code: true });
    expect(mobility()).toMatchObject({ payments: [{ state: 'ready' }] });
  });

  test('works again and again: kept back, let go by a colleague before a payment waits, kept back anew', async () => {
    const [payment] = mobility().payments;
    await site.world.bankPays(mobility().id, '2025-06-12');
    expect(payment?.id).toMatch(/PRE1$/);
    await keep();
    expect(mobility().hold?.by).toBe('Kari Nordmann');
    const same = await site.decide(`${approval}/hold`, { by: 'Kari Nordmann' }, { code: true });
    expect(same.text).toContain('Ask a colleague');
    await site.decide(`${approval}/hold`, { by: 'Arne Lie' }, { code: true });
    expect(mobility().hold).toBeUndefined();
    await keep('Arne Lie');
    expect(mobility().hold?.by).toBe('Arne Lie');
  });
});
