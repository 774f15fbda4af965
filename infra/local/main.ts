import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { nextBusinessDay } from '../../shared/calendar/business-days.ts';
import type { Instant } from '../../shared/calendar/clock.ts';
import { addDays, daysBetween } from '../../shared/calendar/dates.ts';
import { instantOf } from '../../shared/calendar/zones.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { type Host, startHost } from './host.ts';
import { tourPlace } from './tour/place.ts';

/** Refusals that say themselves what to do; for them a stack trace would only be in the way. */
const plain = new Set([
  'AlreadyRunning',
  'ClockRefused',
  'DatabaseFailed',
  'DatabaseInUse',
  'NoDatabase',
  'PortBusy',
  'SynthFailed',
  'TableDiffers',
]);

console.log('Wayfare is starting …');
const dataDir = resolve(process.env.WAYFARE_DATA ?? '.wayfare');
const port = portOf('PORT', 8080);
let beginning = false;
let leaving = false;
let host = await started();
greet(host);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, leave);

async function started(): Promise<Host> {
  try {
    return await startHost({
      dataDir,
      port,
      smtpPort: portOf('SMTP_PORT', smtpPortBeside(port)),
      clock: 'live',
      startAt: openingDay(new Date().toISOString()),
      onBeginAnew: () => void beginAnew().catch(giveUp),
    });
  } catch (error) {
    return giveUp(error);
  }
}

/** A visitor has had enough of this world: everything goes, but for what was synthesised from the code. */
async function beginAnew(): Promise<void> {
  if (beginning || leaving) return;
  beginning = true;
  await host.stop();
  for (const entry of await readdir(dataDir)) {
    if (entry !== 'synth') await rm(join(dataDir, entry), { recursive: true, force: true });
  }
  host = await started();
  beginning = false;
  console.log('Begun anew.');
}

function giveUp(error: unknown): never {
  const known = error instanceof Error && plain.has(error.name);
  console.error(known ? error.message : error);
  process.exit(1);
}

function portOf(name: 'PORT' | 'SMTP_PORT', usual: number): number {
  const text = process.env[name] ?? String(usual);
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  console.error(`${name}=${text} is no port. Choose a number up to 65535, for example ${name}=${usual + 1}.`);
  process.exit(1);
}

/** As far from the usual SMTP port of this machine as the port of the pages is from its own, so that two hosts fit. */
function smtpPortBeside(pages: number): number {
  const beside = 2525 + pages - 8080;
  return beside > 1024 && beside < 65_536 ? beside : 2525;
}

/**
 * Where the clock of a new folder begins: today when somebody can apply today; otherwise a working morning in the middle
 * of the newest window of the tour's institution, so that a visitor can apply at once.
 */
function openingDay(now: Instant): Instant {
  const institution = tourPlace(loadRulebook());
  const today = now.slice(0, 10);
  const newest = institution?.windows.at(-1);
  if (!institution || !newest || institution.windows.some(({ opens, closes }) => opens <= today && today <= closes))
    return now;
  const middle = addDays(newest.opens, Math.floor(daysBetween(newest.opens, newest.closes) / 2));
  return instantOf(nextBusinessDay(middle, institution.country), '09:00', institution.timeZone);
}

function greet({ url, clock, smtpPort, postbox }: Host): void {
  const answers =
    smtpPort && postbox ? `\n  Answers    smtp://127.0.0.1:${smtpPort}  to the mails, at ${postbox.domain}` : '';
  console.log(`Wayfare is running. Open ${url} and follow the tour.

  Tour       ${url}/
  Mailbox    ${url}/local/mailbox     every mail that the system sends; they can be answered there${answers}
  Clock      ${url}/local/clock       move on by a day, a week, to the next due moment
  Bank       ${url}/local/bank        what the pretend bank does
  Workflows  ${url}/local/executions  where every case stands

On this machine it is ${clock.now()}. Nothing leaves it. Ctrl-C stops; everything goes on at the next start.`);
}

function leave(): void {
  if (leaving) process.exit(130);
  leaving = true;
  console.log('\nStopping …');
  host.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
