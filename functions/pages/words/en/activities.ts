import type { ActivityType } from '../../../../shared/grant/types.ts';

/** How the form speaks of a kind of stay: as one chooses it, for whom it is, and what the questions about the person are about. */
export const activities = {
  'HE-SMS': {
    name: 'Study at a university abroad',
    lead: 'For students of {home} who go on exchange.',
    about: 'Your studies',
  },
  'HE-SMT': {
    name: 'Do a traineeship abroad',
    lead: 'For students of {home} who go abroad for a traineeship.',
    about: 'Your studies',
  },
  'HE-SMD': {
    name: 'Go abroad for a short time as a doctoral candidate',
    lead: 'For doctoral candidates of {home} who go abroad for a short time.',
    about: 'Your studies',
  },
  'HE-BIP': {
    name: 'Take part in a blended intensive programme',
    lead: 'For students of {home} who take part in a blended intensive programme. The grant is for the days at the host.',
    about: 'Your studies and the programme',
  },
  'HE-STA': {
    name: 'Teach abroad',
    lead: 'For staff of {home} who teach at a university abroad.',
    about: 'Your work',
  },
  'HE-STT': {
    name: 'Train abroad as a member of staff',
    lead: 'For staff of {home} who go abroad to learn for their work.',
    about: 'Your work',
  },
  'SCH-STAFF': {
    name: 'Go abroad as staff of a school or kindergarten',
    lead: 'For staff of the schools and kindergartens of {home} who go abroad to learn or to teach.',
    about: 'Your work',
  },
  'SCH-PUPIL': {
    name: 'Go to a school abroad as a pupil',
    lead: 'For pupils of the schools of {home} who learn at a school abroad.',
    about: 'Your school',
  },
  'VET-LEARNER': {
    name: 'Go abroad as an apprentice or a pupil of a vocational school',
    lead: 'For apprentices and pupils of vocational schools of {home} who learn or work abroad.',
    about: 'Your training',
  },
  'VET-STAFF': {
    name: 'Go abroad as staff of a vocational school',
    lead: 'For staff of the vocational schools of {home} who go abroad to learn or to teach.',
    about: 'Your work',
  },
  'ADU-STAFF': {
    name: 'Go abroad as staff of adult education',
    lead: 'For staff of the adult education of {home} who go abroad to learn or to teach.',
    about: 'Your work',
  },
  'ADU-LEARNER': {
    name: 'Go abroad as an adult learner',
    lead: 'For learners in the adult education of {home} who learn abroad.',
    about: 'Your learning',
  },
} satisfies Readonly<Record<ActivityType, object>>;
