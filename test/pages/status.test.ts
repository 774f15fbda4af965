import { beforeEach, describe, expect, test } from 'vitest';
import type { Mobility } from '../../shared/mobility/case.ts';
import { Site } from './site.ts';

let site: Site;
let id: string;
let path: string;

const load = (): Promise<Mobility> => site.world.load(id);
const pdf = Buffer.from('%PDF-1.7 a signed confirmation');
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

describe('where is my money', () => {
  beforeEach(() => {
    site = new Site();
  });

  test('after applying: what is waited for, from whom, and the estimate', async () => {
    id = await site.world.open();
    const { text } = await site.get(site.world.link(/has arrived/));
    expect(text).toContain('Waiting for Section for International Relations');
    expect(text).toContain('Your grant, estimated 2 120.00 EUR 24 894.10 NOK');
    expect(text).toContain('Done: Applied 5 May 2025');
    expect(text).toContain('Now: Approved by the institution');
    expect(text).toContain('Later: The rest: paid by the bank within 45 days of the last duty');
  });

  test('to be signed: it is your turn, with the date', async () => {
    id = await site.world.approved();
    const { text } = await site.get(site.world.link(/has arrived/));
    expect(text).toContain('It is your turn Please sign the agreement, with the link in our mail. By 31 August 2025.');
    expect(text).toContain('Now: Agreement signed by you by 31 August 2025');
  });

  test('signed: the first payment with the day it is promised for', async () => {
    id = await site.world.signed();
    const { text } = await site.get(site.world.link(/^Signed/));
    expect(text).toContain('Now: First payment: handed to the bank by 4 June 2025 1 484.00 EUR = 17 425.87 NOK');
  });

  test('paid: amounts in both currencies, the account masked', async () => {
    id = await site.world.firstPaid();
    const { text } = await site.get(site.world.link(/^Paid/));
    expect(text).toContain('Paid to you 1 484.00 EUR 17 425.87 NOK');
    expect(text).toContain('Still to come 636.00 EUR');
    expect(text).toContain('Done: First payment: paid by the bank 6 May 2025');
    expect(text).toContain('•••• 8903');
    expect(text).not.toContain('12345678903');
  });

  test('the bank refuses the account: it is your turn, and the money is safe', async () => {
    id = await site.world.signed();
    const payment = (await load()).payments[0]?.id ?? '';
    await site.world.command(id, { type: 'payment-instructed', payment, batch: 'B1' });
    await site.world.command(id, { type: 'payment-status', payment, status: 'RJCT', reason: 'AC04' });
    const { text } = await site.get(site.world.link(/account did not work/));
    expect(text).toContain(
      'Please give another account, because the account is closed (AC04); the money is safe at NHH.',
    );
    expect(text).toContain('refused by the bank');
  });

  test('confirmed: what is still missing and until when', async () => {
    id = await site.world.confirmed();
    const { text } = await site.get(site.world.link(/still missing/));
    expect(text).toContain('Please do what is still missing: Online Learning Agreement');
    expect(text).toContain('Confirmed 18 August to 19 December 2025');
  });

  test('closed: the final calculation on the confirmed days', async () => {
    id = await site.world.settledWithBalance();
    await site.world.bankPays(id, '2025-12-23');
    const { text } = await site.get(site.world.link(/is settled/));
    expect(text).toContain('Nothing is waited for');
    expect(text).toContain('Your grant, final 2 155.33 EUR');
    expect(text).toContain('122 days × 530.00 EUR / 30 = 2 155.33 EUR');
    expect(text).toContain('Done: The rest: paid by the bank 23 December 2025');
    expect(text).toContain('Done: Closed');
    expect(text).not.toContain('Now: ');
    expect(text).not.toContain('What you can do now');
  });

  test('to be paid back: account, reference number, date, every credit and what is left', async () => {
    id = await site.world.demanded();
    await site.world.repaid(id, 100_000, 'R1');
    const { text } = await site.get(site.world.link(/has arrived/));
    const kid = (await load()).claim?.kid ?? '';
    expect(text).toContain(`Reference number (KID) ${kid}`);
    expect(text).toContain('8601 11 17947');
    expect(text).toContain('Received 15 January 2026 −85.16 EUR −1 000.00 NOK');
    expect(text).toContain('Left 285.84 EUR 3 356.47 NOK');
    expect(text).toContain('To be paid back 285.84 EUR 3 356.47 NOK');
    expect(text).toContain('Now: Paid back by 21 January 2026');
  });

  test('refused: the path ends there, with the reason', async () => {
    id = await site.world.open();
    await site.world.command(id, { type: 'refuse', by: 'Kari', reason: 'No place at the host.' });
    const { text } = await site.get(site.world.link(/was refused/));
    expect(text).toContain('Ended: Refused No place at the host.');
    expect(text).not.toContain('Later: ');
  });

  test('everything that happened is listed', async () => {
    id = await site.world.firstPaid();
    const { text } = await site.get(site.world.link(/^Paid/));
    for (const line of ['Application sent you', 'Application approved the office', 'Payment carried out by the bank']) {
      expect(text).toContain(line);
    }
  });
});

describe('what would I owe if I left on …', () => {
  beforeEach(async () => {
    site = new Site();
    id = await site.world.firstPaid();
    path = site.world.link(/^Paid/);
    site.readOnly = true;
  });

  test.each([
    ['2025-09-30', 'you have to pay back 1 484.00 EUR'],
    ['2025-10-20', 'you have to pay back 371.00 EUR'],
    ['2025-11-11', 'nothing more is paid on either side'],
    ['2025-12-19', 'you still get 671.33 EUR'],
  ])('%s', async (day, sentence) => {
    expect((await site.get(`${path}?left=${day}`)).text).toContain(sentence);
  });

  test.each([
    ['yesterday', 'This is not a date.'],
    ['2025-08-17', 'This lies before the stay begins.'],
  ])('%s is not calculated', async (day, sentence) => {
    expect((await site.get(`${path}?left=${day}`)).error('left')).toContain(sentence);
  });
});

describe('uploading the confirmation of stay', () => {
  beforeEach(async () => {
    site = new Site();
    id = await site.world.firstPaid();
    path = site.world.link(/^Paid/);
    site.world.now = '2025-12-22T09:00:00.000Z';
  });
  const upload = (file: Uint8Array, type?: string) => site.upload(`${path}?do=upload`, {}, 'upload-file', file, type);

  test.each([
    ['a PDF', pdf, 'application/pdf'],
    ['a JPEG that says it is a PDF', jpeg, 'image/jpeg'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
  ])('%s is stored byte by byte and filed', async (_what, file, contentType) => {
    const answer = await upload(file);
    expect(answer.text).toContain('Your confirmation of stay has been filed');
    const [document] = (await load()).documents;
    expect(document).toMatchObject({
      kind: 'confirmation-of-stay',
      contentType,
      bytes: file.length,
      at: site.world.now,
    });
    expect(document?.objectKey).toBe(`uploads/nhh/${id}/${document?.id}`);
    expect(Buffer.from(site.objects.get(document?.objectKey ?? '') ?? [])).toEqual(file);
  });

  test.each([
    ['a program', Buffer.from('MZ this is a program'), 415],
    ['a web page', Buffer.from('<html><script>alert(1)</script>'), 415],
    ['a PDF with something before it', Buffer.from(' %PDF-1.7'), 415],
  ])('%s is refused', async (_what, file, status) => {
    const answer = await upload(file);
    expect(answer.status).toBe(status);
    expect(answer.error('upload-file')).toContain('Upload a PDF, or a photograph as JPEG or PNG.');
    expect(site.objects.size).toBe(0);
    expect((await load()).documents).toEqual([]);
  });

  test('exactly four megabytes are taken, one byte more is not', async () => {
    const most = Buffer.concat([pdf, Buffer.alloc(4 * 1024 * 1024 - pdf.length)]);
    expect((await upload(most)).text).toContain('has been filed');
    const answer = await upload(Buffer.concat([most, Buffer.alloc(1)]));
    expect(answer.status).toBe(413);
    expect(answer.error('upload-file')).toContain('A file may have at most 4 MB.');
    expect((await upload(Buffer.concat([most, most]))).status).toBe(413);
    expect(site.objects.size).toBe(1);
  });

  test('no file at all', async () => {
    const answer = await upload(Buffer.alloc(0));
    expect(answer.status).toBe(422);
    expect(answer.error('upload-file')).toBe('Choose a file.');
    expect(answer.body).toContain('id="do-upload" open');
  });

  test('a form that was cut off on its way', async () => {
    const answer = await site.rawPost(
      `${path}?do=upload`,
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      'multipart/form-data; boundary=x',
    );
    expect([400, 422]).toContain(answer.status);
    expect((await load()).documents).toEqual([]);
  });

  test('the office opens it through its own link, to be saved and not shown', async () => {
    await upload(pdf);
    await site.deliverAll();
    const office = site.world.link(/was uploaded/);
    const href = /href="([^"]+\/documents\/[^"]+)"/.exec((await site.get(office)).body)?.[1] ?? '';
    const file = await site.get(href);
    expect(file.status).toBe(200);
    expect(Buffer.from(file.bytes)).toEqual(pdf);
    expect(file.headers['content-disposition']).toBe(`attachment; filename="confirmation-of-stay-${id}.pdf"`);
    expect(file.headers['x-content-type-options']).toBe('nosniff');
    expect(file.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  });

  test('nobody else’s link opens it, and a used one does not any more', async () => {
    await upload(pdf);
    await site.deliverAll();
    const document = (await load()).documents[0]?.id ?? '';
    const office = site.world.link(/was uploaded/);
    const approval = site.world.link(/waits for your approval/);
    expect((await site.get(`${path}/documents/${document}`)).status).toBe(404);
    expect((await site.get(`${approval}/documents/${document}`)).status).toBe(410);
    expect((await site.get(`${office}/documents/OTHER`)).status).toBe(404);
    const dates = { start: '2025-08-18', end: '2025-12-19', by: 'Kari Nordmann' };
    await site.decide(office, dates);
    expect((await load()).confirmed).toMatchObject({ by: 'office', name: 'Kari Nordmann' });
    expect((await site.get(`${office}/documents/${document}`)).status).toBe(404);
  });
});

describe('illness', () => {
  beforeEach(async () => {
    site = new Site();
    id = await site.world.firstPaid();
    path = site.world.link(/^Paid/);
    site.world.now = '2025-10-06T09:00:00.000Z';
  });
  const claim = (fields: Readonly<Record<string, string>>, file: Uint8Array = pdf) =>
    site.upload(`${path}?do=illness`, fields, 'illness-file', file);
  const good = { 'illness-left': 'yes', 'illness-day': '2025-10-03', 'illness-sure': 'yes' };

  test('the request with its certificate goes to the office, which alone can open it', async () => {
    const answer = await claim(good);
    expect(answer.text).toContain('Your request and the certificate have arrived.');
    expect((await load()).illness?.document).toBe((await load()).documents[0]?.id);
    await site.deliverAll();
    const office = site.world.link(/^Illness/);
    const page = await site.get(office);
    expect(page.text).toContain('1 484.00 EUR was paid.');
    const href = /href="([^"]+\/documents\/[^"]+)"/.exec(page.body)?.[1] ?? '';
    expect(Buffer.from((await site.get(href)).bytes)).toEqual(pdf);
    await site.decide(office, { choice: 'keep', by: 'Kari Nordmann' }, { code: true });
    expect((await load()).illness).toMatchObject({ decision: 'kept', decidedBy: 'Kari Nordmann' });
    expect((await site.get(office)).body).not.toContain('/documents/');
    expect((await site.get(href)).status).toBe(404);
  });

  test('a certificate is opened through no link after the decision, not even one that was never used', async () => {
    await claim(good);
    await site.deliverAll();
    const first = site.world.link(/^Illness/);
    await site.world.mail(id, 'reminder', 'illness-review', {});
    const second = site.world.link(/^Illness/);
    const document = (await load()).documents[0]?.id;
    expect((await site.get(`${second}/documents/${document}`)).status).toBe(200);
    await site.decide(first, { choice: 'refuse', by: 'Kari Nordmann' }, { code: true });
    expect((await site.get(`${second}/documents/${document}`)).status).toBe(404);
  });

  test.each([
    [{ ...good, 'illness-left': '' }, 'illness-left', 'Say whether you were at the host.'],
    [{ ...good, 'illness-day': '' }, 'illness-day', 'Give your last day at the host.'],
    [
      { ...good, 'illness-day': '2025-08-01' },
      'illness-day',
      'This lies before the stay began. If you never began it, say so above.',
    ],
    [{ ...good, 'illness-day': '2025-10-07' }, 'illness-day', 'This lies in the future. Report it when you have left.'],
    [{ ...good, 'illness-sure': '' }, 'illness-sure', 'Tick the box to say that you ask for this.'],
  ])('%j is not enough, and no certificate is kept', async (fields, field, sentence) => {
    const answer = await claim(fields);
    expect(answer.status).toBe(422);
    expect(answer.error(field)).toBe(sentence);
    expect(site.objects.size).toBe(0);
  });

  test('without a certificate nothing is claimed', async () => {
    expect((await claim(good, Buffer.alloc(0))).error('illness-file')).toBe('Choose a file.');
    expect((await load()).illness).toBeUndefined();
  });
});

describe('what a participant reports', () => {
  beforeEach(async () => {
    site = new Site();
    id = await site.world.firstPaid();
    path = site.world.link(/^Paid/);
  });

  test('surveys done', async () => {
    const answer = await site.post(`${path}?do=duties`, { 'duties-eu-survey': 'yes' });
    expect(answer.text).toContain('It is noted that this is done.');
    expect(Object.keys((await load()).obligations)).toContain('eu-survey');
    expect((await site.get(path)).body).not.toContain('duties-eu-survey');
  });

  test('nothing ticked', async () => {
    const answer = await site.post(`${path}?do=duties`, {});
    expect(answer.error('duties-learning-agreement')).toBe('Tick at least one thing that is done.');
  });

  test('what only the host or the office can say is not taken from the participant', async () => {
    await site.post(`${path}?do=duties`, { 'duties-confirmation-of-stay': 'yes' });
    expect(Object.keys((await load()).obligations)).not.toContain('confirmation-of-stay');
  });

  test('an early end: the consequences are shown first, then it counts', async () => {
    site.world.now = '2025-10-21T09:00:00.000Z';
    const fields = {
      'withdraw-left': 'yes',
      'withdraw-day': '2025-10-20',
      'withdraw-reason': 'A job at home',
      'withdraw-sure': 'yes',
    };
    const look = await site.post(`${path}?do=withdraw`, fields);
    expect(look.text).toContain('If 20 October 2025 is your last day, you have to pay back 371.00 EUR');
    expect((await load()).withdrawal).toBeUndefined();
    expect(look.body).toContain('A job at home');
    const done = await site.post(`${path}?do=withdraw`, { ...fields, looked: look.value('looked') ?? '' });
    expect(done.text).toContain('It is noted.');
    expect((await load()).withdrawal).toMatchObject({ lastDay: '2025-10-20', reason: 'A job at home' });
  });

  test('never having left means that everything goes back', async () => {
    const fields = { 'withdraw-left': 'never', 'withdraw-reason': 'Changed plans', 'withdraw-sure': 'yes' };
    const look = await site.post(`${path}?do=withdraw`, fields);
    expect(look.text).toContain('If you never begin the stay, you have to pay back 1 484.00 EUR');
  });

  test('an application is withdrawn with a reason and a ticked box', async () => {
    site = new Site();
    id = await site.world.open();
    path = site.world.link(/has arrived/);
    const missing = await site.post(`${path}?do=withdraw`, { 'withdraw-reason': 'x' });
    expect(missing.error('withdraw-sure')).toBe('Tick the box to say that you mean it.');
    await site.post(`${path}?do=withdraw`, { 'withdraw-reason': 'Changed plans', 'withdraw-sure': 'yes' });
    expect((await load()).state).toBe('withdrawn');
  });

  test('another account: checked, then a code, then it waits for a second person', async () => {
    const bad = await site.post(`${path}?do=account`, { 'account-number': '12345678901', do: 'send-code' });
    expect(bad.error('account-number')).toContain('mistyped');
    expect(site.world.store.all('cases').some((item) => item.sk.startsWith('outbox#code'))).toBe(false);
    const asked = await site.post(`${path}?do=account`, { 'account-number': '1503 20 80119', do: 'send-code' });
    expect(asked.value('account-number')).toBe('1503 20 80119');
    const code = await site.code();
    const done = await site.post(`${path}?do=account`, { 'account-number': '1503 20 80119', code });
    expect(done.text).toContain('Your new account has arrived.');
    expect((await load()).proposedAccount?.account).toEqual({ bban: '15032080119' });
    expect((await load()).participant.account).toEqual({ bban: '12345678903' });
  });

  test('a code is used up by one account and works for no second one', async () => {
    await site.post(`${path}?do=account`, { 'account-number': '15032080119', do: 'send-code' });
    const code = await site.code();
    await site.post(`${path}?do=account`, { 'account-number': '15032080119', code });
    await site.world.command(id, { type: 'decide-account', by: 'Per', approve: false });
    const again = await site.post(`${path}?do=account`, { 'account-number': '15032080119', code });
    expect(again.error('code')).toContain('No code is open for this page.');
  });

  test('the account on file is no new account', async () => {
    await site.post(`${path}?do=account`, { 'account-number': '12345678903', do: 'send-code' });
    const code = await site.code();
    const answer = await site.post(`${path}?do=account`, { 'account-number': '12345678903', code });
    expect(answer.text).toContain('This is the account that we have already.');
  });

  test('what the case does not allow now is not done', async () => {
    await site.world.command(id, { type: 'withdraw', reason: 'x' });
    const answer = await site.upload(`${path}?do=upload`, {}, 'upload-file', pdf);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('This cannot be done any more');
    expect((await site.post(`${path}?do=anything`, {})).status).toBe(404);
  });
});
