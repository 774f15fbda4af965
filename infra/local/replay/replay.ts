import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant, IsoDate } from '../../../shared/calendar/clock.ts';
import { addDays } from '../../../shared/calendar/dates.ts';
import { instantOf } from '../../../shared/calendar/zones.ts';
import type { Institution, Rulebook } from '../../../shared/rulebook/types.ts';
import { type Host, startHost } from '../host.ts';
import { answersOn, approversOf, goodAnswers } from './answers.ts';
import type { Filling, Page } from './browser.ts';
import { Chance } from './chance.ts';
import { Cohort, type Member } from './cohort.ts';
import type { BadRow, Nomination } from './nominations.ts';
import { payeeAtTheBank, payeeOf } from './payee.ts';
import { react } from './stories.ts';

export interface ReplayOptions {
  readonly rows: readonly Nomination[];
  readonly rules: Rulebook;
  readonly seed: string;
  /** Nothing happens after this date; by default two years after the last stay ends. */
  readonly until?: IsoDate;
  /** Folder of the rulebook, when it is not the one that ships with the code. */
  readonly rulebook?: string;
  /** Makes the PDFs too, which take most of the time then. They are made from what is recorded either way. */
  readonly documents?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly now: Instant;
  readonly from: Instant;
  /** The last moment that anybody plans for; the end of the bar. */
  readonly until: Instant;
}

/** A cohort that has been lived through; the host is still up, to be read. */
export interface Replayed {
  readonly host: Host;
  readonly members: readonly Member[];
  /** Rows that the system itself refused, with the sentence that the applicant saw. */
  readonly refused: readonly BadRow[];
  /** Whether the PDFs were made. */
  readonly documents: boolean;
  readonly from: Instant;
  readonly until: Instant;
}

/** At what time people apply, how many days before the stay, and how many before the window closes at the latest. */
const APPLY_TIME = '11:00';
const APPLY_DAYS = { least: 25, most: 60, beforeClose: 21 };
const YEARS_AFTER = 730;

/** The address in the mails of a replay: always the same, whatever port the pages get. */
const PUBLIC_URL = 'https://grants.example';

/**
 * Lives through a cohort on a system of its own, in a folder that is removed afterwards: real pages, workflows, handlers,
 * database, mail and the pretend bank, on a clock that jumps from one event to the next. `use` reads what came of it.
 */
export async function replay<T>(options: ReplayOptions, use: (replayed: Replayed) => Promise<T>): Promise<T> {
  const { rows, seed } = options;
  const chance = new Chance(seed);
  const starts = rows.map((row) => applyAt(row, options.rules, chance));
  const from = `${(starts.toSorted()[0] ?? '2025-06-01').slice(0, 10)}T00:00:00.000Z`;
  const last = rows
    .map((row) => (row.confirmedEnd > row.end ? row.confirmedEnd : row.end))
    .toSorted()
    .at(-1);
  const until = `${options.until ?? addDays(last ?? from.slice(0, 10), YEARS_AFTER)}T23:59:59.000Z`;
  const dataDir = await mkdtemp(join(tmpdir(), 'wayfare-replay-'));
  const { rulebook } = options;
  const host = await startHost({
    dataDir,
    clock: 'frozen',
    startAt: from,
    seed,
    durableStream: false,
    documents: options.documents ?? false,
    publicUrl: PUBLIC_URL,
    ...(rulebook ? { rulebook } : {}),
  });
  try {
    const cohort = new Cohort(host, seed, react);
    const refused: BadRow[] = [];
    const members = rows.map((nomination): Member => ({ nomination, done: new Set() }));
    members.forEach((member, index) => {
      cohort.plan(starts[index] ?? from, member, 'apply', async () => {
        const problem = await apply(cohort, member);
        if (problem !== undefined) refused.push({ line: member.nomination.line, reason: problem });
      });
    });
    setBank(host, rows);
    await cohort.live(until, (now) => options.onProgress?.({ now, from, until }));
    refused.sort((a, b) => a.line - b.line);
    return await use({
      host,
      members: members.filter((member) => member.id !== undefined),
      refused,
      documents: options.documents ?? false,
      from,
      until: host.clock.now(),
    });
  } finally {
    await host.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** When the participant applies: some weeks before the stay, while the window is open. */
function applyAt(row: Nomination, rules: Rulebook, chance: Chance): Instant {
  const institution = rules.institution(row.institution);
  const zone = institution?.timeZone ?? 'UTC';
  const window = institution?.windows.find(
    ({ startsFrom, startsTo }) => startsFrom <= row.start && row.start <= startsTo,
  );
  const wanted = addDays(row.start, -chance.between(APPLY_DAYS.least, APPLY_DAYS.most, `${row.row} apply day`));
  const latest = window ? addDays(window.closes, -APPLY_DAYS.beforeClose) : wanted;
  const day = wanted > latest ? latest : wanted;
  const open = window && day < window.opens ? window.opens : day;
  return instantOf(open, APPLY_TIME, zone);
}

/** Sends the application form. Gives the sentences that the applicant sees when it is refused. */
async function apply(cohort: Cohort, member: Member): Promise<string | undefined> {
  const { nomination } = member;
  const institution = cohort.host.rules.institution(nomination.institution);
  if (institution === undefined) return `The institution ${nomination.institution} takes no applications here.`;
  const query = new URLSearchParams({ call: nomination.call, activity: nomination.activity });
  const form = await cohort.browser.open(`/apply/${institution.id}/one-page?${query}`);
  cohort.expectReference(member);
  const sent = await form.send('givenName', filledIn(form, nomination, institution));
  if (sent.status < 400) return undefined;
  cohort.forgetReference(member);
  return sent.errors.join(' ') || sent.text.slice(0, 300);
}

/** What is typed into the form; a host that may be known by its name only needs one. */
function filledIn(form: Page, nomination: Nomination, institution: Institution): Filling {
  return {
    givenName: nomination.givenName,
    familyName: nomination.familyName,
    email: nomination.email,
    ...payeeOf(nomination, institution),
    ...answersOn(form, goodAnswers(institution, nomination.activity)),
    ...approversOf(institution, nomination.activity),
    country: nomination.hostCountry,
    city: nomination.hostCity,
    code: nomination.hostCode || `Organisation in ${nomination.hostCity}`,
    contactName: 'Marie Dupont',
    contactEmail: `coordinator.${nomination.row}@host.example`,
    start: nomination.start,
    end: nomination.end,
    travel: 'none',
    distanceKm: '',
    fewerOpportunities: 'no',
  };
}

/** What the bank, or the finance system, will do with the payees of those to whose story it belongs. */
function setBank(host: Host, rows: readonly Nomination[]): void {
  for (const row of rows) {
    const payee = payeeAtTheBank(row, host.rules.institution(row.institution));
    if (row.story === 'bank-reject') host.bank.setBehaviour(payee, 'reject');
    if (row.story === 'bank-return') host.bank.setBehaviour(payee, 'return');
  }
}
