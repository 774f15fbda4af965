import { beforeEach, describe, expect, test } from 'vitest';
import type { TourMail, TourState } from '../../infra/local/tour/state.ts';
import { prefilledForm, tourSteps } from '../../infra/local/tour/steps.ts';
import { renderTour } from '../../infra/local/tour/view.ts';
import { institutionOf } from '../../shared/mobility/perform.ts';
import { PeopleWorld } from '../mail/world.ts';

let world: PeopleWorld;
beforeEach(() => {
  world = new PeopleWorld();
});

async function state(id?: string): Promise<TourState> {
  const mails = world.mails.map((mail, at): TourMail => {
    const notice = mail.headers.get('x-wayfare-notice') ?? '';
    return {
      id: at + 1,
      to: mail.to,
      subject: mail.subject,
      notice,
      ...(mail.link === undefined ? {} : { link: mail.link }),
    };
  });
  return {
    mobility: id === undefined ? undefined : await world.load(id),
    mails: mails.toReversed(),
    now: world.now,
    institution: institutionOf(world.deps.rules, 'nhh'),
    visitor: mails.length,
  };
}

async function next(id?: string) {
  const steps = tourSteps(await state(id));
  const now = steps.filter((step) => step.state === 'now');
  expect(now.length).toBeLessThanOrEqual(1);
  return {
    title: now[0]?.title,
    links: now[0]?.links.map(({ label }) => label) ?? [],
    move: now[0]?.move?.move,
    step: now[0],
  };
}

describe('the tour looks at the case', () => {
  test('before anybody applied, the next step is to apply, with the form filled in', async () => {
    const { title, links, step } = await next();
    expect([title, links]).toEqual(['Apply as a student', ['Open the application']]);
    expect(step?.links[0]?.href).toContain('/apply/nhh?givenName=Ingrid');
  });

  test('the prefilled stay is the one of the example, and each visitor is another person', async () => {
    const one = new URL(prefilledForm(await state()), 'http://x').searchParams;
    expect([one.get('start'), one.get('end'), one.get('email')]).toEqual([
      '2025-08-18',
      '2025-12-19',
      'ingrid.dahl@student.example',
    ]);
    await world.open();
    const two = new URL(prefilledForm(await state()), 'http://x').searchParams;
    expect(two.get('email')).toBe('ingrid.dahl2@student.example');
  });

  test('applied: the office approves, with the link from its mail', async () => {
    const id = await world.open();
    const { title, links, step } = await next(id);
    expect([title, links]).toEqual(['Approve, as the international office', ['Approve', 'The mail']]);
    expect(step?.links[0]?.href).toBe(world.link(/waits for your approval/));
  });

  test('approved: the student signs; the mail with the code appears when there is one', async () => {
    const id = await world.approved();
    expect((await next(id)).links).toEqual(['Sign', 'The mail']);
    const link = world.store.all('cases').find((item) => 'link' in item) as unknown as { link: { hash: string } };
    await world.mail(id, 'code-1', 'code', { link: link.link.hash });
    expect((await next(id)).links).toEqual(['Sign', 'The mail', 'The mail with the code']);
  });

  test('signed: the bank pays', async () => {
    const id = await world.signed();
    expect(await next(id)).toMatchObject({ title: 'Let the bank pay', move: 'until-paid' });
  });

  test('a payment above the limit waits for a second person', async () => {
    const id = await world.signed((same) => ({
      ...same,
      stay: {
        ...same.stay,
        planned: { start: '2025-08-18', end: '2026-06-15' },
        facts: { ...same.stay.facts, doubleDegree: true },
      },
    }));
    expect(await next(id)).toMatchObject({
      title: 'Let the bank pay',
      links: ['Release', 'The mail'],
      move: undefined,
    });
  });

  test('paid: the clock moves to the end of the stay, then the host confirms', async () => {
    const id = await world.firstPaid();
    expect(await next(id)).toMatchObject({ title: 'Move the clock to the end of the stay', move: 'until-host-asked' });
    world.now = '2025-12-19T07:00:00.000Z';
    await world.command(id, { type: 'fall-due', delivered: [] });
    expect(await next(id)).toMatchObject({ title: 'Confirm the stay, as the host', links: ['Confirm', 'The mail'] });
  });

  test('confirmed: what is missing, then the rest is paid, then the end', async () => {
    const id = await world.confirmed();
    expect((await next(id)).step?.text).toContain('the surveys must be done');
    await world.command(id, { type: 'report-obligations', codes: ['learning-agreement', 'eu-survey', 'nhh-survey'] });
    expect(await next(id)).toMatchObject({ title: 'The end', move: 'until-closed' });
    await world.bankPays(id, '2025-12-23');
    expect(tourSteps(await state(id)).every((step) => step.state === 'done')).toBe(true);
  });

  test('too much paid: a second person, then the student pays back', async () => {
    const id = await world.confirmed('2025-08-18', '2025-10-20');
    expect(await next(id)).toMatchObject({
      title: 'See the settlement, or the demand',
      links: ['Approve the demand', 'The mail'],
    });
    await world.command(id, { type: 'approve-demand', by: 'Per Hansen' });
    expect(await next(id)).toMatchObject({ title: 'The end', move: 'pay-back' });
    await world.repaid(id, 435_647, 'R1');
    expect((await next(id)).title).toBeUndefined();
  });

  test('a case that ended early lets the visitor begin again', async () => {
    const id = await world.open();
    await world.command(id, { type: 'refuse', by: 'Kari', reason: 'No place.' });
    expect((await next(id)).title).toBe('Apply as a student');
    expect(String(await renderTour(await state(id), tourSteps(await state(id))))).toContain(
      'The last case has ended early (refused).',
    );
  });
});

describe('the page', () => {
  const rendered = async (id?: string) => String(await renderTour(await state(id), tourSteps(await state(id))));

  test('marks exactly one step as the next one, and says so in words', async () => {
    const body = await rendered(await world.signed());
    expect(body.match(/aria-current="step"/g)).toHaveLength(1);
    expect(body).toContain('<span class="ds-sr-only">Next: </span>5. Let the bank pay');
    expect(body).toContain('<button class="ds-button" name="move" value="until-paid">Until the bank has paid</button>');
    expect(body).toContain('4 of 9 steps done.');
  });

  test('says how to begin anew when no semester is open any more', async () => {
    const id = await world.firstPaid();
    expect(await rendered(id)).toContain('Apply as somebody else');
    world.now = '2025-12-01T08:00:00.000Z';
    expect(await rendered(id)).toContain('no semester is open for applications');
  });
});
