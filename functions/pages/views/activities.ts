import type { ActivityType } from '../../../shared/grant/types.ts';

/** How the form speaks of a kind of stay. `{home}` is the sending institution. */
export interface ActivityWords {
  /** As one chooses it. */
  readonly name: string;
  /** Who the form is for. */
  readonly lead: string;
  /** What the questions about the person are about. */
  readonly about: string;
  readonly person: 'student' | 'participant';
  /** A host of higher education has an Erasmus code; another organisation is known by its name. */
  readonly host: 'higher-education' | 'any-organisation';
}

export const activityWords: Readonly<Record<ActivityType, ActivityWords>> = {
  'HE-SMS': {
    name: 'Study at a university abroad',
    lead: 'For students of {home} who go on exchange.',
    about: 'Your studies',
    person: 'student',
    host: 'higher-education',
  },
  'HE-SMT': {
    name: 'Do a traineeship abroad',
    lead: 'For students of {home} who go abroad for a traineeship.',
    about: 'Your studies',
    person: 'student',
    host: 'any-organisation',
  },
  'HE-SMD': {
    name: 'Go abroad for a short time as a doctoral candidate',
    lead: 'For doctoral candidates of {home} who go abroad for a short time.',
    about: 'Your studies',
    person: 'student',
    host: 'any-organisation',
  },
  'HE-BIP': {
    name: 'Take part in a blended intensive programme',
    lead: 'For students of {home} who take part in a blended intensive programme. The grant is for the days at the host.',
    about: 'Your studies and the programme',
    person: 'student',
    host: 'higher-education',
  },
  'HE-STA': {
    name: 'Teach abroad',
    lead: 'For staff of {home} who teach at a university abroad.',
    about: 'Your work',
    person: 'participant',
    host: 'higher-education',
  },
  'HE-STT': {
    name: 'Train abroad as a member of staff',
    lead: 'For staff of {home} who go abroad to learn for their work.',
    about: 'Your work',
    person: 'participant',
    host: 'any-organisation',
  },
  'SCH-STAFF': {
    name: 'Go abroad as staff of a school or kindergarten',
    lead: 'For staff of the schools and kindergartens of {home} who go abroad to learn or to teach.',
    about: 'Your work',
    person: 'participant',
    host: 'any-organisation',
  },
  'SCH-PUPIL': {
    name: 'Go to a school abroad as a pupil',
    lead: 'For pupils of the schools of {home} who learn at a school abroad.',
    about: 'Your school',
    person: 'participant',
    host: 'any-organisation',
  },
  'VET-LEARNER': {
    name: 'Go abroad as an apprentice or a pupil of a vocational school',
    lead: 'For apprentices and pupils of vocational schools of {home} who learn or work abroad.',
    about: 'Your training',
    person: 'participant',
    host: 'any-organisation',
  },
  'VET-STAFF': {
    name: 'Go abroad as staff of a vocational school',
    lead: 'For staff of the vocational schools of {home} who go abroad to learn or to teach.',
    about: 'Your work',
    person: 'participant',
    host: 'any-organisation',
  },
  'ADU-STAFF': {
    name: 'Go abroad as staff of adult education',
    lead: 'For staff of the adult education of {home} who go abroad to learn or to teach.',
    about: 'Your work',
    person: 'participant',
    host: 'any-organisation',
  },
  'ADU-LEARNER': {
    name: 'Go abroad as an adult learner',
    lead: 'For learners in the adult education of {home} who learn abroad.',
    about: 'Your learning',
    person: 'participant',
    host: 'any-organisation',
  },
};

export const withHome = (text: string, home: string): string => text.replaceAll('{home}', home);
