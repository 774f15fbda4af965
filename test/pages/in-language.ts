import { expect } from 'vitest';
import { createLink } from '../../shared/mail/links.ts';
import type { LinkPurpose } from '../../shared/mobility/effects.ts';
import type { Language } from '../../shared/rulebook/types.ts';
import { weekInGdansk } from '../staff-sample.ts';
import type { Answer, Site } from './site.ts';
import { englishOnly } from './words-on-page.ts';

/** What participants can choose beside English. */
export const languages = ['nb', 'nn', 'nl'] as const satisfies readonly Language[];

const english = new Map(languages.map((language) => [language as Language, englishOnly(language)]));

/** A page of the participant of this case, without the mail that leads to it. */
export async function pageOf({ world }: Site, id: string, purpose: LinkPurpose): Promise<string> {
  const found = world.store.all('cases').find(({ pk, sk }) => sk === 'case' && pk.endsWith(id));
  const institution = found?.pk.split('#')[0] ?? '';
  const about = { institution, mobility: id, purpose, recipient: 'participant', caseVersion: 1, subject: {} } as const;
  return `/l/${await createLink(world.deps, { ...about, context: `${purpose} ${id}` })}`;
}

/** Everything that a person reads or hears on the page, its head and its foot. */
const read = ({ body }: Answer): string =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** Nothing of it is English, it says what it is written in, and everything on it can be found and heard. */
export function expectIn(language: Language, answer: Answer): void {
  const text = read(answer);
  expect(english.get(language)?.filter((sentence) => text.includes(sentence))).toEqual([]);
  const { body } = answer;
  expect(/<html lang="([^"]+)"/.exec(body)?.[1]).toBe(language);
  expect(body).not.toMatch(/undefined|\[object|NaN/);
  const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const labelled = new Set([...body.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id));
  const fields = [...body.matchAll(/<(?:input|select|textarea) [^>]*>/g)].map(([tag]) => tag);
  expect(
    fields.filter((tag) => !tag.includes('type="hidden"') && !labelled.has(/ id="([^"]+)"/.exec(tag)?.[1])),
  ).toEqual([]);
  const described = [...body.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)].flatMap(([, all]) =>
    (all ?? '').split(' '),
  );
  expect(described.filter((id) => !ids.includes(id))).toEqual([]);
  expect([...body.matchAll(/<h1[ >]/g)]).toHaveLength(1);
}

/** A week of somebody whose unit gets the grant. */
export function weekOfStaff({ world }: Site): Promise<string> {
  world.now = '2021-04-06T08:00:00.000Z';
  const { participant } = weekInGdansk;
  const { language } = world;
  return world.open(() => ({ ...weekInGdansk, participant: { ...participant, language } }));
}

/** Delivers the mails of the case, and reads the code in the last one. */
export async function codeOf({ world }: Site, id: string): Promise<string> {
  await world.deliver(id);
  return /^ {4}(\d{6})$/m.exec(world.mails.at(-1)?.text ?? '')?.[1] ?? '';
}
