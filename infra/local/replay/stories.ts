import type { Instant } from '../../../shared/calendar/clock.ts';
import { addDays } from '../../../shared/calendar/dates.ts';
import { instantOf } from '../../../shared/calendar/zones.ts';
import { claimOpen } from '../../../shared/mobility/decide/repayment.ts';
import { loadCase } from '../../../shared/mobility/perform.ts';
import { money } from '../../../shared/money/money.ts';
import type { Upload } from './browser.ts';
import type { Cohort, Member } from './cohort.ts';
import type { Nomination } from './nominations.ts';
import { otherPayee } from './payee.ts';
import type { Post } from './post.ts';

/**
 * What everybody does with a mail, by story. The office, the second person and the hosts answer within days; the
 * participant does what the story says. Everything is done on the real pages and at the pretend bank's counter.
 */
export function react(cohort: Cohort, member: Member, post: Post): void {
  reactions[post.notice]?.(cohort, member, post);
}

type Reaction = (cohort: Cohort, member: Member, post: Post) => void;

const OFFICER = 'Ingrid Berg';
const SECOND = 'Arne Lie';

const reactions: Readonly<Record<string, Reaction>> = {
  'step-request': (cohort, member, post) =>
    cohort.planLater(member, [0, 2], 'consent', async () => {
      const page = await open(cohort, post);
      cohort.expectGood(await page.send('choice', { choice: 'agree', reason: '' }));
    }),

  'approval-request': (cohort, member, post) =>
    cohort.planLater(member, [1, 3], 'approve', async () => {
      const page = await open(cohort, post);
      cohort.expectGood(await page.send('choice', { choice: 'approve', by: OFFICER, reason: '' }));
    }),

  'agreement-to-sign': (cohort, member, post) => {
    if (member.nomination.story === 'no-signature') return;
    cohort.planLater(member, [1, 6], 'sign', async () => {
      await cohort.withCode(member, post.to, await open(cohort, post), 'read', { read: 'yes' });
    });
  },

  'agreement-signed': (cohort, member) => {
    const { story, start, confirmedEnd } = member.nomination;
    if (story === 'withdraw')
      dayAfter(cohort, member, confirmedEnd || start, 'withdraw', () => withdraw(cohort, member));
    if (story === 'illness') dayAfter(cohort, member, confirmedEnd, 'illness', () => claimIllness(cohort, member));
  },

  'account-needed': (cohort, member) =>
    once(member, 'new-account', () =>
      cohort.planLater(member, [1, 4], 'new account', async () => {
        const institution = cohort.host.rules.institution(member.nomination.institution);
        if (!institution) throw new Error('A case of an institution that is not in the rulebook.');
        const [field, filling] = otherPayee(cohort.chance, member.nomination, institution);
        const page = await cohort.browser.open(statusOf(member));
        await cohort.withCode(member, addressOf(member), page, field, filling);
      }),
    ),

  'account-approval': (cohort, member, post) => approve(cohort, member, post, 'account', [0, 2]),
  'payment-approval': (cohort, member, post) =>
    once(member, `release ${post.link ?? ''}`, () =>
      cohort.planLater(member, [0, 2], 'release', async () => {
        const filling = { 'checked-working': 'yes', by: SECOND };
        await cohort.withCode(member, post.to, await open(cohort, post), 'checked-working', filling);
      }),
    ),

  'confirmation-request': (cohort, member, post) => {
    const { story, confirmedEnd } = member.nomination;
    if (story === 'no-confirmation' || confirmedEnd === '') return;
    // Whoever confirms late does so after every reminder, when the office has begun to ask.
    const wait: readonly [number, number] = story === 'late-confirmation' ? [70, 85] : [1, 8];
    once(member, 'confirm', () => {
      const earliest = noon(cohort, member, addDays(confirmedEnd, 1));
      const from = earliest > post.at ? earliest : post.at;
      cohort.planLater(member, wait, 'confirm', () => confirm(cohort, member, post), from);
    });
  },

  'obligations-request': (cohort, member) =>
    cohort.planLater(member, [1, 10], 'surveys', async () => {
      const page = await cohort.browser.open(statusOf(member));
      const duties = page.fields('duties-');
      const [first] = duties;
      if (first) cohort.expectGood(await page.send(first, Object.fromEntries(duties.map((duty) => [duty, 'yes']))));
    }),

  'illness-review': (cohort, member, post) =>
    once(member, 'illness-review', () =>
      cohort.planLater(member, [2, 6], 'decide on illness', async () => {
        await cohort.withCode(member, post.to, await open(cohort, post), 'choice', { choice: 'keep', by: OFFICER });
      }),
    ),

  'confirmation-overdue': (cohort, member, post) => {
    if (member.nomination.story !== 'no-confirmation') return;
    once(member, 'silence', () =>
      cohort.planLater(member, [1, 5], 'demand', async () => {
        await cohort.withCode(member, post.to, await open(cohort, post), 'choice', { choice: 'demand', by: OFFICER });
      }),
    );
  },

  'demand-approval': (cohort, member, post) => approve(cohort, member, post, 'demand', [1, 3]),

  'repayment-demand': (cohort, member) => {
    if (member.nomination.story === 'withdraw' || member.nomination.story === 'no-confirmation') return;
    cohort.planLater(member, [3, 20], 'repay', () => repay(cohort, member, 100));
  },

  // All others pay before any reminder comes, or have planned to. Who withdrew waits for the reminders, pays a part at the first and the rest at the second; who never showed a
  // confirmation pays at the second.
  'repayment-reminder': (cohort, member) => {
    const { story } = member.nomination;
    if (story !== 'withdraw' && story !== 'no-confirmation') return;
    const nth = [1, 2].find((n) => !member.done.has(`reminder ${n}`));
    if (nth === undefined) return;
    member.done.add(`reminder ${nth}`);
    if (nth === 1 && story === 'no-confirmation') return;
    cohort.planLater(member, [1, 5], `repay ${nth}`, () => repay(cohort, member, nth === 1 ? 40 : 100));
  },

  'return-approval': (cohort, member, post) =>
    once(member, `return ${post.link ?? ''}`, () =>
      cohort.planLater(member, [0, 2], 'release the return', async () => {
        const filling = { checked: 'yes', by: SECOND };
        await cohort.withCode(member, post.to, await open(cohort, post), 'checked', filling);
      }),
    ),

  'claim-overdue': (cohort, member, post) =>
    once(member, `claim ${post.link ?? ''}`, () =>
      cohort.planLater(member, [1, 5], 'more time', async () => {
        await cohort.withCode(member, post.to, await open(cohort, post), 'choice', { choice: 'extend', by: OFFICER });
      }),
    ),
};

function once(member: Member, what: string, plan: () => void): void {
  if (member.done.has(what)) return;
  member.done.add(what);
  plan();
}

function open(cohort: Cohort, post: Post) {
  if (!post.link) throw new Error(`The mail ${post.notice} has no link.`);
  return cohort.browser.open(post.link);
}

/** The second person looks at it and agrees. */
function approve(
  cohort: Cohort,
  member: Member,
  post: Post,
  what: 'account' | 'demand',
  days: readonly [number, number],
): void {
  once(member, `approve ${what} ${post.link ?? ''}`, () =>
    cohort.planLater(member, days, `approve ${what}`, async () => {
      const page = await open(cohort, post);
      if (what === 'account') await cohort.withCode(member, post.to, page, 'choice', { choice: 'approve', by: SECOND });
      else await cohort.withCode(member, post.to, page, 'checked-working', { 'checked-working': 'yes', by: SECOND });
    }),
  );
}

async function confirm(cohort: Cohort, member: Member, post: Post): Promise<void> {
  const { confirmedStart: start, confirmedEnd: end } = member.nomination;
  const page = await open(cohort, post);
  const filling = { start, end, by: 'Marie Dupont', role: 'Erasmus coordinator' };
  if (page.has('role')) cohort.expectGood(await page.send('role', filling));
}

async function withdraw(cohort: Cohort, member: Member): Promise<void> {
  const page = await cohort.browser.open(statusOf(member));
  const filling = { ...lastDay(member, 'withdraw'), 'withdraw-reason': 'Family reasons', 'withdraw-sure': 'yes' };
  cohort.expectGood(await page.send('withdraw-reason', filling));
}

async function claimIllness(cohort: Cohort, member: Member): Promise<void> {
  const page = await cohort.browser.open(statusOf(member));
  const filling = { ...lastDay(member, 'illness'), 'illness-sure': 'yes', 'illness-file': certificate };
  cohort.expectGood(await page.send('illness-file', filling));
}

function lastDay({ nomination }: Member, prefix: string): Record<string, string> {
  return nomination.confirmedEnd === ''
    ? { [`${prefix}-left`]: 'never', [`${prefix}-day`]: '' }
    : { [`${prefix}-left`]: 'yes', [`${prefix}-day`]: nomination.confirmedEnd };
}

/** The smallest thing that is a PDF; its content is nobody's business. */
const certificate: Upload = {
  name: 'certificate.pdf',
  type: 'application/pdf',
  bytes: new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

/** Pays a part of what is still open (in per cent, whole øre) at the bank, with the KID of the demand. */
async function repay(cohort: Cohort, member: Member, percent: number): Promise<void> {
  const { institution, givenName, familyName } = member.nomination;
  const { claim } = await loadCase(cohort.host.store, institution, member.id ?? '');
  if (!claim || claim.state === 'settled') return;
  const open = claimOpen(claim);
  const part = Math.floor((open.minor * percent) / 100);
  if (part === 0) return;
  cohort.host.bank.payIn({
    institution,
    kid: claim.kid,
    amount: money(part, open.currency),
    payerName: `${givenName} ${familyName}`,
  });
}

function dayAfter(cohort: Cohort, member: Member, date: string, what: string, run: () => Promise<void>): void {
  cohort.planLater(member, [1, 3], what, run, noon(cohort, member, date));
}

function noon(cohort: Cohort, { nomination }: Member, date: string): Instant {
  const zone = cohort.host.rules.institution(nomination.institution)?.timeZone ?? 'UTC';
  return instantOf(date, '12:00', zone);
}

function statusOf(member: Member): string {
  if (!member.status) throw new Error('The participant has got no mail with a link to the status page.');
  return member.status;
}

function addressOf({ nomination }: { readonly nomination: Nomination }): string {
  return nomination.email.toLowerCase();
}
