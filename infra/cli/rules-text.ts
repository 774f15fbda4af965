import type { IsoDate } from '../../shared/calendar/clock.ts';
import { type ActivityType, activityTypes } from '../../shared/grant/activities.ts';
import { describe, type Entry, type Section } from '../../shared/rulebook/describe.ts';
import { NotInRulebook } from '../../shared/rulebook/in-force.ts';
import type { RulebookSource } from '../../shared/rulebook/rulebook.ts';
import type { InstitutionFile } from '../../shared/rulebook/schema.ts';
import { BadInput } from './command.ts';

interface Wanted {
  readonly id: string;
  readonly activity?: string;
  readonly call?: string;
}

/** What applies to stays that begin on a day, section by section, each value with its source. All activities by default. */
export function showRules(source: RulebookSource, { on, ...wanted }: Wanted & { readonly on: IsoDate }): string {
  const institution = fileOf(source, wanted.id);
  const call = wanted.call ?? callOn(institution, on);
  const pages = activitiesOf(institution, wanted).map((activity) => {
    const sections = describe(institution, source.programme(), { activity, call, on });
    const title = `${institution.name} · ${activity} · call ${call} · stays that begin on ${on}`;
    return [title, '='.repeat(title.length), ...sections.flatMap(sectionLines)].join('\n');
  });
  return `${pages.join('\n\n\n')}\n\nVersion ${source.version} of the rules.\n`;
}

/** What differs between stays that begin on two days: lines that go with −, lines that come with +. */
export function diffRules(
  source: RulebookSource,
  { before, after, ...wanted }: Wanted & { readonly before: IsoDate; readonly after: IsoDate },
): string {
  const institution = fileOf(source, wanted.id);
  const on = (activity: ActivityType, day: IsoDate) =>
    describe(institution, source.programme(), { activity, call: wanted.call ?? callOn(institution, day), on: day });
  const pages = activitiesOf(institution, wanted).map((activity) => {
    const changes = changed(on(activity, before), on(activity, after));
    const title = `${institution.name} · ${activity} · stays from ${before} and from ${after}`;
    return [title, '='.repeat(title.length), ...(changes.length === 0 ? ['', 'Nothing changes.'] : changes)].join('\n');
  });
  return `${pages.join('\n\n\n')}\n`;
}

function fileOf(source: RulebookSource, id: string): InstitutionFile {
  const file = source.file(id);
  if (file) return file;
  throw new BadInput(`There is no institution "${id}" in the rulebook; there are ${source.ids.join(', ')}.`);
}

/** The newest call that is not of a later year than the day. */
function callOn({ calls }: InstitutionFile, day: IsoDate): string {
  const years = calls.map(({ call }) => call).sort();
  return years.findLast((year) => year <= day.slice(0, 4)) ?? years[0] ?? '';
}

function activitiesOf({ shortName, grants }: InstitutionFile, { activity }: Wanted): readonly ActivityType[] {
  const own = grants.map((grant) => grant.activity);
  if (activity === undefined) return own;
  const known = activityTypes.find((type) => type === activity);
  if (known !== undefined && own.includes(known)) return [known];
  throw new NotInRulebook(
    'activity',
    activity,
    `${shortName} has no rules for ${activity} in the rulebook; it has ${own.join(', ')}.`,
  );
}

function sectionLines({ title, entries }: Section): string[] {
  return ['', title, ...entries.flatMap(entryLines)];
}

function entryLines({ says, source, note, assumed }: Entry): string[] {
  return [
    ...says.map((line) => `  ${line}`),
    `      ${source}${assumed ? ' (assumed: to be confirmed)' : ''}`,
    ...(note === undefined ? [] : [`      Note: ${note}`]),
  ];
}

/** By section, what only one side has. An entry is the same when it says the same from the same source. */
function changed(before: readonly Section[], after: readonly Section[]): string[] {
  const titles = [...new Set([...before, ...after].map(({ title }) => title))];
  return titles.flatMap((title) => {
    const [old, fresh] = [before, after].map(
      (sections) => sections.find((each) => each.title === title)?.entries ?? [],
    );
    const gone = (old ?? []).filter((entry) => !has(fresh ?? [], entry));
    const come = (fresh ?? []).filter((entry) => !has(old ?? [], entry));
    if (gone.length + come.length === 0) return [];
    return ['', title, ...gone.flatMap((entry) => marked('−', entry)), ...come.flatMap((entry) => marked('+', entry))];
  });
}

function has(entries: readonly Entry[], wanted: Entry): boolean {
  return entries.some(
    (entry) => entry.source === wanted.source && JSON.stringify(entry.says) === JSON.stringify(wanted.says),
  );
}

function marked(sign: string, entry: Entry): string[] {
  return entryLines(entry).map((line, index) => (index < entry.says.length ? `${sign}${line.slice(1)}` : line));
}
