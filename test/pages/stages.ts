import { assets } from '../../functions/pages/style.ts';
import { hearOfMail } from '../../shared/mail/events.ts';
import type { Application } from '../../shared/mobility/commands.ts';
import { makeOfficeLink } from '../../shared/people/office-link.ts';
import { weekInGdansk } from '../staff-sample.ts';
import { filledIn, type Site } from './site.ts';

const correction = {
  type: 'propose-correction',
  by: 'Kari Nordmann',
  dates: { start: '2025-08-18', end: '2025-11-20' },
  reason: 'The host had confirmed the wrong day.',
  evidence: 'Archive 26/18',
} as const;

/** Somebody of OsloMet has applied, and the head of section is asked. */
function asked(world: Site['world']): Promise<string> {
  world.now = '2021-04-06T08:00:00.000Z';
  return world.open(() => weekInGdansk);
}

/** An application with all answers: its last page. */
async function begun(site: Site): Promise<string> {
  const { body } = await site.post('/apply/nhh/start', filledIn);
  return /<form[^>]* action="([^"]+)"/.exec(body)?.[1] ?? '';
}

/** Agreed with green travel to Paris. */
export const greenTravel = (same: Application): Application => ({
  ...same,
  stay: { ...same.stay, travel: 'green', host: { ...same.stay.host, distanceKm: 1340 } },
});

const receipt = {
  id: 'R1',
  kind: 'travel-receipt',
  objectKey: 'uploads/nhh/x/R1',
  contentType: 'application/pdf',
  bytes: 9,
} as const;

const journey = [
  { way: 'out', from: 'Bergen', to: 'Paris', mode: 'train', km: 1900 },
  { way: 'back', from: 'Paris', to: 'Bergen', mode: 'plane', km: 1340, estimated: true },
] as const;

/** Every page of every kind of link, in a case that stands where the link is sent. */
export const stages: Readonly<Record<string, (site: Site) => Promise<string>>> = {
  'the start page': async () => '/',
  'the style sheet': async () => assets.stylesheet.path,
  'the application form': async () => `/apply/nhh/one-page?${new URLSearchParams(filledIn)}`,
  'the first step of an application': async () => `/apply/nhh?${new URLSearchParams(filledIn)}`,
  'a later step of an application': async (site) => (await begun(site)).replace('/check', '/rules'),
  'everything, before it is sent': begun,
  'asking for a fresh link': async () => '/link?institution=nhh',
  'the page after applying': async () => '/apply/nhh/received',
  'status, applied': async ({ world }) => world.open().then(() => world.link(/has arrived/)),
  approve: async ({ world }) => world.open().then(() => world.link(/waits for your approval/)),
  'approve-step': async ({ world }) => asked(world).then(() => world.link(/needs your consent/)),
  'settle-step': async ({ world }) => {
    const id = await asked(world);
    world.now = '2021-04-21T08:00:00.000Z';
    await world.command(id, { type: 'fall-due', delivered: [] });
    return world.link(/A consent does not come/);
  },
  'status, asked for consent': async ({ world }) => asked(world).then(() => world.link(/has arrived/)),
  sign: async ({ world }) => world.approved().then(() => world.link(/ready to sign/)),
  'status, paid': async ({ world }) =>
    world.firstPaid().then(() => `${world.link(/^Paid/)}?left=2025-10-20&done=reported`),
  'confirm-stay': async ({ world }) => {
    const id = await world.firstPaid();
    await world.mail(id, 'x', 'confirmation-request', { due: '2026-01-18' });
    return world.link(/confirm the Erasmus/);
  },
  'review-confirmation': async ({ world }) => {
    const id = await world.firstPaid();
    await world.mail(id, 'x', 'confirmation-review', { document: 'D1' });
    return world.link(/was uploaded/);
  },
  'decide-silence': async ({ world }) => {
    const id = await world.firstPaid();
    await world.mail(id, 'x', 'confirmation-overdue', {});
    return world.link(/No confirmation of stay/);
  },
  'decide-illness': async ({ world }) => {
    const id = await world.firstPaid();
    await world.mail(id, 'x', 'illness-review', {});
    return world.link(/^Illness/);
  },
  'decide-extension': async ({ world }) => {
    const id = await world.firstPaid();
    world.now = '2025-10-06T08:00:00.000Z';
    await world.command(id, { type: 'ask-for-extension', end: '2026-01-31', reason: 'My thesis takes longer.' });
    return world.link(/^A longer stay/);
  },
  'decide-interruption': async ({ world }) => {
    const id = await world.firstPaid();
    const period = { start: '2025-10-06', end: '2025-10-17' };
    await world.command(id, { type: 'report-interruption', period, reason: 'Work at home.' });
    return world.link(/^Interruption of a stay/);
  },
  'decide-green-claim': async ({ world }) => {
    const id = await world.firstPaid(greenTravel);
    await world.command(id, { type: 'file-document', document: { ...receipt, at: world.now } });
    await world.command(id, { type: 'claim-green-travel', legs: journey, receipts: ['R1'] });
    return world.link(/^Green travel/);
  },
  'status, green travel': async ({ world }) => world.firstPaid(greenTravel).then(() => world.link(/^Paid/)),
  'decide-account': async ({ world }) => {
    const id = await world.firstPaid();
    await world.command(id, { type: 'propose-account', account: { bban: '86011117947' } });
    return world.link(/new bank account/);
  },
  'release-payment': async ({ world }) => {
    await world.signed((same) => ({
      ...same,
      stay: {
        ...same.stay,
        planned: { start: '2025-08-18', end: '2026-06-15' },
        facts: { ...same.stay.facts, doubleDegree: true },
      },
    }));
    return world.link(/waits for a second person/);
  },
  'approve-demand': async ({ world }) =>
    world.confirmed('2025-08-18', '2025-10-20').then(() => world.link(/repayment demand/)),
  'status, to be paid back': async ({ world }) => world.demanded().then(() => world.link(/pay back/)),
  'decide-claim': async ({ world }) => {
    const id = await world.demanded();
    await world.mail(id, 'x', 'claim-overdue', {});
    return world.link(/repayment is overdue/);
  },
  'decide-relief': async ({ world }) => {
    const id = await world.demanded();
    await world.command(id, {
      type: 'decide-claim',
      by: 'Kari Nordmann',
      choice: 'waive',
      reason: 'Hardship',
      evidence: 'Archive 26/17',
    });
    return world.link(/Waiving/);
  },
  'decide-objection': async ({ world }) => {
    const id = await world.demanded();
    await world.command(id, { type: 'object-to-claim', reason: 'The host wrote the wrong month.' });
    return world.link(/objects to a repayment/);
  },
  correct: async ({ world }) => world.demanded().then(() => world.link(/^Final calculation for/)),
  'decide-correction': async ({ world }) => {
    const id = await world.demanded();
    await world.command(id, correction);
    return world.link(/corrected calculation waits/);
  },
  'release-return': async ({ world }) => {
    const id = await world.demanded();
    await world.repaid(id, 500_000, 'R1');
    return world.link(/^Paid in too much/);
  },
  'correct-address': async ({ world }) => {
    const id = await world.firstPaid();
    await world.mail(id, 'x', 'confirmation-request', { due: '2026-01-18' });
    const mail = { institution: 'nhh', mobility: id, mail: 'x', state: 'bounced', at: world.now } as const;
    await hearOfMail(world.deps, mail);
    await world.deliver(id);
    return world.link(/could not be delivered/);
  },
  'decide-claim, asked for parts': async ({ world }) => {
    const id = await world.demanded();
    await world.command(id, { type: 'ask-for-instalments', wish: '500 NOK a month' });
    return world.link(/asks to pay back in parts/);
  },
  'own data': async ({ world }) => {
    const id = await world.firstPaid();
    await world.command(id, { type: 'propose-email', whose: 'second', email: 'ingrid@home.example' });
    return `${world.link(/^Paid/)}/data`;
  },
  nominations: async ({ world }) => {
    const { token } = await makeOfficeLink(world.deps, 'nhh', 'nominate', 'stage');
    return `/office/${token}`;
  },
  'status, closed': async ({ world }) => {
    const id = await world.settledWithBalance();
    await world.bankPays(id, '2025-12-23');
    return world.link(/is settled/);
  },
};
