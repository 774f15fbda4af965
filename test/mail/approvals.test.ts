import { describe, expect, test } from 'vitest';
import type { Language } from '../../shared/rulebook/types.ts';
import { weekInGdansk } from '../staff-sample.ts';
import { PeopleWorld } from './world.ts';

const role = 'head-of-section';
const asked = { role, as: 'approver', turn: 0, by: 'Kari Leder' } as const;

async function applied(language: Language = 'en') {
  const world = new PeopleWorld(undefined, language);
  world.now = '2021-04-06T08:00:00.000Z';
  const id = await world.open((same) => ({
    ...weekInGdansk,
    participant: { ...weekInGdansk.participant, language: same.participant.language },
  }));
  return { world, id };
}

const to = (world: PeopleWorld, address: string) => world.mails.filter((mail) => mail.to === address);

describe('an application that somebody has to agree to', () => {
  test('goes to the head of section first, with a link of their own, and not yet to the office', async () => {
    const { world } = await applied();
    expect(world.mails.map((mail) => mail.to).sort()).toEqual([
      'kari.leder@oslomet.example',
      'solveig@oslomet.example',
    ]);
    expect(to(world, 'kari.leder@oslomet.example')[0]?.link).toMatch(/^\/l\/oslomet-/);
  });

  test.each<[Language, string]>([
    ['en', 'Kari Leder (head of section) is asked for consent first'],
    ['nb', 'Kari Leder (seksjonsleder) blir først bedt om samtykke'],
    ['nn', 'Kari Leder (seksjonsleiar) blir først beden om samtykke'],
    ['nl', 'Eerst wordt Kari Leder (afdelingshoofd) om instemming gevraagd'],
  ])('says so to the applicant in %s', async (language, sentence) => {
    const { world } = await applied(language);
    expect(to(world, 'solveig@oslomet.example')[0]?.text.replace(/\s+/g, ' ')).toContain(sentence);
  });

  test.each<[Language, string]>([
    ['en', 'Kari Leder (head of section) does not agree to your stay in Gdańsk'],
    ['nb', 'Kari Leder (seksjonsleder) samtykker ikke til oppholdet ditt i Gdańsk'],
    ['nn', 'Kari Leder (seksjonsleiar) samtykkjer ikkje til opphaldet ditt i Gdańsk'],
    ['nl', 'Kari Leder (afdelingshoofd) stemt niet in met uw verblijf in Gdańsk'],
  ])('and who refused it, with the reason, in %s', async (language, sentence) => {
    const { world, id } = await applied(language);
    await world.command(id, { type: 'decide-step', ...asked, choice: 'refuse', reason: 'We need you here.' });
    const text = to(world, 'solveig@oslomet.example').at(-1)?.text.replace(/\s+/g, ' ');
    expect([text?.includes(sentence), text?.includes('We need you here.')]).toEqual([true, true]);
  });

  test('the office reads who has agreed, and when', async () => {
    const { world, id } = await applied();
    world.now = '2021-04-08T08:00:00.000Z';
    await world.command(id, { type: 'decide-step', ...asked, choice: 'agree' });
    expect(to(world, 'erasmus@oslomet.example').at(-1)?.text).toContain('agreed: Kari Leder, 8 April 2021');
  });

  test('a mail of an earlier turn never goes to whoever is asked instead', async () => {
    const { world, id } = await applied();
    const deputy = { name: 'Eva Vik', email: 'eva.vik@oslomet.example' };
    await world.command(id, { type: 'name-approver', ...asked, to: deputy });
    expect(to(world, deputy.email)).toHaveLength(1);
    await world.mail(id, 'late', 'step-reminder', { role, turn: 0 });
    expect(world.mails.at(-1)?.to).toBe('kari.leder@oslomet.example');
  });
});
