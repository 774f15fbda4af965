import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseItem } from '../../shared/mobility/records.ts';
import { weekInGdansk } from '../staff-sample.ts';
import { type Fields, Site } from './site.ts';

let site: Site;
let id: string;
let head: string;

const deputy = { name: 'Eva Vik', email: 'eva.vik@oslomet.example' };
const named: Fields = { newName: deputy.name, newEmail: deputy.email };

/** The newest link that went to an address. */
function linkTo(email: string): string {
  const mail = site.world.mails.findLast(({ to }) => to === email);
  if (mail?.link === undefined) throw new Error(`No link went to ${email}.`);
  return mail.link;
}

beforeEach(async () => {
  site = new Site();
  site.world.now = '2021-04-06T08:00:00.000Z';
  id = await site.world.open(() => weekInGdansk);
  head = linkTo('kari.leder@oslomet.example');
});

const stepNow = async () => (await site.world.load(id)).approvals?.[0];

describe('the page of whoever is asked', () => {
  test('shows who, where, when and what for, and nothing of money or declarations', async () => {
    const { status, text } = await site.get(head);
    expect(status).toBe(200);
    for (const part of ['Solveig Ansatt', 'Gdańsk, Poland', '4 October to 8 October 2021', 'as head of section']) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/EUR|NOK|263110|fewer opportunities|solveig@|ewa@/i);
  });

  test('changes nothing by being opened', async () => {
    site.readOnly = true;
    for (const method of ['GET', 'HEAD']) expect((await site.get(head, method)).status).toBe(200);
    expect((await stepNow())?.decision).toBeUndefined();
  });

  test('agrees, and brings it before the office', async () => {
    const answer = await site.decide(head, { choice: 'agree', reason: '' });
    expect(answer.text).toContain('Kari Leder agreed on 6 April 2021.');
    await site.deliverAll();
    const office = await site.get(linkTo('erasmus@oslomet.example'));
    expect(office.text).toContain('Head of section Kari Leder, kari.leder@oslomet.example, 6 April 2021');
    expect(office.text).not.toContain('Not stated in the application');
  });

  test('refuses with a reason that the applicant reads on their page', async () => {
    const missing = await site.decide(head, { choice: 'refuse', reason: ' ' });
    expect([missing.status, missing.error('reason')]).toEqual([422, 'Give the applicant a reason.']);
    await site.decide(head, { choice: 'refuse', reason: 'We need you here in October.' });
    await site.deliverAll();
    expect((await site.get(linkTo('solveig@oslomet.example'))).text).toContain('We need you here in October.');
  });

  test('tells who opens a used link what was decided, and takes no second answer', async () => {
    await site.decide(head, { choice: 'agree', reason: '' });
    expect((await site.get(head)).text).toContain('Decided Kari Leder agreed');
    const again = await site.decide(head, { choice: 'refuse', reason: 'No.' });
    expect([again.status, (await site.world.load(id)).state]).toEqual([409, 'applied']);
  });

  test('asks to choose, and chooses nothing by itself', async () => {
    const answer = await site.decide(head, { reason: '' });
    expect([answer.status, answer.error('choice')]).toEqual([422, 'Choose whether you agree.']);
  });

  test('says so when the application was withdrawn meanwhile', async () => {
    await site.world.command(id, { type: 'withdraw', reason: '' });
    expect((await site.get(head)).text).toContain('The application has been decided, or was withdrawn.');
  });

  test('speaks the first language of the institution', async () => {
    site.world.now = '2021-04-06T08:00:00.000Z';
    expect((await site.get(head)).text).toContain('Do you agree to this stay abroad?');
  });
});

describe('handing over', () => {
  const handOver = (change: Fields = {}) => site.decide(head, { choice: 'hand-over', reason: '', ...named, ...change });

  test('asks the deputy, by a link of their own; the first one decides nothing any more', async () => {
    expect((await handOver()).text).toContain('Eva Vik has been asked instead.');
    await site.deliverAll();
    expect((await site.get(head)).text).toContain('Eva Vik has been asked instead.');
    expect((await site.decide(head, { choice: 'agree', reason: '' })).status).toBe(409);
    await site.decide(linkTo(deputy.email), { choice: 'agree', reason: '' });
    expect((await stepNow())?.decision).toMatchObject({ choice: 'agreed', by: 'Eva Vik', as: 'approver' });
  });

  test.each<[string, Fields, string, string]>([
    ['the applicant', { newEmail: 'Solveig+x@oslomet.example' }, 'newEmail', 'This is the applicant’s own address.'],
    ['somebody elsewhere', { newEmail: 'eva@mail.example' }, 'newEmail', 'Give an address at oslomet.example'],
    ['themselves', { newEmail: 'kari.leder@oslomet.example' }, 'newEmail', 'This person is asked already.'],
    ['nobody', { newName: '', newEmail: '' }, 'newName', 'Give a name.'],
  ])('not to %s', async (_who, change, field, sentence) => {
    const answer = await handOver(change);
    expect([answer.status, (await stepNow())?.earlier]).toEqual([422, undefined]);
    expect(answer.error(field)).toContain(sentence);
  });
});

describe('the office, when nobody answers', () => {
  beforeEach(async () => {
    site.world.now = '2021-04-21T08:00:00.000Z';
    await site.world.command(id, { type: 'fall-due', delivered: [] });
  });
  const page = () => linkTo('erasmus@oslomet.example');
  const by = { by: 'Ola Nordmann' };

  test('sees who was asked and when', async () => {
    const { text } = await site.get(page());
    expect(text).toContain('Kari Leder, kari.leder@oslomet.example asked on 6 April 2021');
  });

  test('names somebody else, who is asked at once', async () => {
    const answer = await site.decide(page(), { choice: 'name', reason: '', ...named, ...by });
    expect(answer.text).toContain('Ola Nordmann named Eva Vik.');
    await site.deliverAll();
    expect((await site.get(linkTo(deputy.email))).text).toContain('Do you agree to this stay abroad?');
  });

  test('agrees in their place, with a reason that it reads again when it approves', async () => {
    const missing = await site.decide(page(), { choice: 'agree', reason: '', ...by });
    expect([missing.status, missing.error('reason')]).toEqual([422, 'Say why you decide in their place.']);
    await site.decide(page(), { choice: 'agree', reason: 'Agreed by telephone.', ...by });
    await site.deliverAll();
    expect((await site.get(page())).text).toContain('in place of Kari Leder: Agreed by telephone.');
  });

  test('learns on an old link that the answer has come after all', async () => {
    const late = page();
    await site.decide(head, { choice: 'agree', reason: '' });
    expect((await site.get(late)).text).toContain('Kari Leder agreed on 21 April 2021.');
  });

  test('cannot approve before the consent', async () => {
    await site.world.mail(id, 'x', 'approval-request', {});
    expect((await site.get(page())).text).toContain('Kari Leder (head of section) has not agreed yet.');
  });
});

describe('the participant', () => {
  test('sees whose answer is waited for', async () => {
    const { text } = await site.get(linkTo('solveig@oslomet.example'));
    expect(text).toContain('Kari Leder');
    expect(text).toContain('head of section');
  });
});

describe('the form', () => {
  const cases = () => site.world.store.all('cases').filter((item) => item.sk === 'case') as CaseItem[];
  const blended: Fields = {
    activity: 'HE-BIP',
    givenName: 'Jon',
    familyName: 'Student',
    email: 'jon@student.nmbu.example',
    account: '12345678903',
    agreementWithHost: 'yes',
    bipEcts: '3',
    noticeDays: '60',
    country: 'NL',
    city: 'Wageningen',
    code: 'NL WAGENIN01',
    contactName: 'Anna de Boer',
    contactEmail: 'anna@host.example',
    start: '2025-10-06',
    end: '2025-10-10',
    travel: 'none',
    fewerOpportunities: 'no',
  };
  const field = 'approver-faculty-unit';

  beforeEach(() => {
    site = new Site();
    site.world.now = '2025-08-01T08:00:00.000Z';
  });

  test('of NMBU lets a student choose the faculty, and does not ask whether it has approved', async () => {
    const { body } = await site.get('/apply/nmbu/one-page?activity=HE-BIP');
    expect(body).toContain('<option value="realtek">Science and Technology</option>');
    expect(body).not.toContain('name="facultyApproved"');
  });

  test('puts the application before that faculty; an own word for its approval is not believed', async () => {
    await site.post('/apply/nmbu', { ...blended, [field]: 'mina', facultyApproved: 'yes' });
    const { mobility } = cases()[0] ?? {};
    expect(mobility?.approvals?.[0]).toMatchObject({
      role: 'faculty',
      approver: { email: 'exchange.mina@nmbu.example' },
    });
    expect(mobility?.stay.facts).not.toHaveProperty('facultyApproved');
  });

  test.each([[''], ['law']])('refuses the faculty “%s”', async (unit) => {
    const answer = await site.post('/apply/nmbu', { ...blended, [field]: unit });
    expect([answer.status, cases()]).toEqual([422, []]);
    expect(answer.text).toContain('Choose whom we are to ask (faculty).');
  });

  test('asks nothing of the kind where the office decides alone', async () => {
    expect((await site.get('/apply/nhh/one-page?activity=HE-SMS')).body).not.toContain('approver-');
  });
});
