import { countryCodes, countryName } from '../../../shared/grant/countries.ts';
import type { FactName } from '../../../shared/grant/facts.ts';
import { sentenceCase } from '../../../shared/language/lines.ts';

/** How a fact is asked for in a form, and named where a decision shows it. `{home}` is the sending institution. */
export interface FactWords {
  /** In lists and sentences. */
  readonly name: string;
  readonly question: string;
  readonly hint?: string;
  /** Said when the answer is missing; starts with what to do. */
  readonly missing: string;
  /** Names of the answers, for a fact that is one of several. */
  readonly options?: Readonly<Record<string, string>>;
  /** Highest number that can be meant; more is a slip of the hand. */
  readonly most?: number;
  /** What is chosen before anybody chose. */
  readonly initial?: string;
  /** What an empty answer says. */
  readonly ifEmpty?: number;
}

/** Every fact that a rule may look at: for students and staff alike, since an institution decides what it asks of whom. */
export const facts: Readonly<Record<FactName, FactWords>> = {
  studyLevel: {
    name: 'Level of study',
    question: 'Level of study',
    missing: 'Choose your level of study.',
    options: {
      bachelor: 'Bachelor',
      master: 'Master',
      phd: 'PhD',
      'one-cycle': 'One-cycle degree of five or six years',
    },
  },
  ects: {
    name: 'ECTS completed',
    question: 'ECTS completed before the stay',
    missing: 'Give the number of ECTS that you have completed.',
    most: 600,
  },
  degreeSeeking: {
    name: 'Studies for a degree',
    question: 'Do you study for a degree at {home}?',
    missing: 'Say whether you study for a degree.',
  },
  doubleDegree: {
    name: 'Double degree',
    question: 'Is it a double degree with two semesters abroad?',
    missing: 'Say whether it is a double degree.',
    initial: 'no',
  },
  nominated: {
    name: 'Nominated for the stay',
    question: 'Has {home} nominated you for this stay?',
    missing: 'Say whether you have been nominated.',
  },
  approvedInDegree: {
    name: 'Approved as part of the degree',
    question: 'Has {home} approved the stay as part of your degree?',
    missing: 'Say whether the stay has been approved as part of your degree.',
  },
  agreementWithHost: {
    name: 'Agreement with the host',
    question: 'Do {home} and your host have an inter-institutional agreement for such stays?',
    hint: 'If you do not know, ask your office before you apply.',
    missing: 'Say whether there is an agreement with your host.',
  },
  hostHasCharter: {
    name: 'Erasmus charter of the host',
    question: 'Does your host have a valid Erasmus Charter for Higher Education (ECHE)?',
    hint: 'Universities of the programme have one; other organisations need none.',
    missing: 'Say whether your host has the Erasmus charter.',
  },
  hostIsHigherEducation: {
    name: 'Host is in higher education',
    question: 'Is your host a university or another institution of higher education?',
    missing: 'Say whether your host is an institution of higher education.',
  },
  languageLevel: {
    name: 'Language level',
    question: 'Your level in the language that is used at the host',
    hint: 'On the European scale from A1 to C2.',
    missing: 'Choose your language level.',
  },
  previousFundedDays: {
    name: 'Days of earlier stays',
    question: 'Days of earlier Erasmus+ stays at the same level of study',
    hint: 'Leave it empty if this is your first.',
    missing: 'Give the days of your earlier stays.',
    most: 2000,
    ifEmpty: 0,
  },
  eventType: {
    name: 'Kind of stay',
    question: 'What will you do there?',
    missing: 'Choose what you will do there.',
    options: {
      teaching: 'Teach',
      'job-shadowing': 'Follow colleagues at their work (job shadowing)',
      'training-course': 'Attend a training course',
      'language-course': 'Attend a language course',
      seminar: 'Attend a seminar',
      workshop: 'Attend a workshop',
      conference: 'Attend a conference',
      'partner-week': 'Attend a partner week (staff week)',
    },
  },
  academicDays: {
    name: 'Days with academic activities',
    question: 'On how many days of the stay are there academic activities?',
    missing: 'Give the number of days with academic activities.',
    most: 1000,
  },
  teachingHours: {
    name: 'Teaching hours',
    question: 'How many hours will you teach in all?',
    missing: 'Give the number of hours that you will teach.',
    most: 2000,
  },
  residenceCountry: {
    name: 'Country of residence',
    question: 'Country in which you live',
    missing: 'Choose the country in which you live.',
  },
  employedByInstitution: {
    name: 'Employed at the institution',
    question: 'Are you employed at {home}?',
    missing: 'Say whether you are employed there.',
  },
  otherEuFunding: {
    name: 'Other EU funding',
    question: 'Does other EU money pay for the same stay?',
    hint: 'From another EU programme or project, for the same costs.',
    missing: 'Say whether other EU money pays for the stay.',
  },
  headOfSectionCleared: {
    name: 'Cleared with the head of section',
    question: 'Has your head of section agreed to the stay?',
    missing: 'Say whether your head of section has agreed.',
  },
  facultyApproved: {
    name: 'Approved by the faculty',
    question: 'Has your faculty approved the stay and recommended you for it?',
    missing: 'Say whether your faculty has approved the stay.',
  },
  bipEcts: {
    name: 'ECTS of the programme',
    question: 'ECTS that the programme gives',
    missing: 'Give the number of ECTS that the programme gives.',
    most: 120,
  },
  noticeDays: {
    name: 'Days of notice',
    question: 'How many days before the start did you tell the office of it?',
    hint: 'Count from your first message to the first day of the stay.',
    missing: 'Give the number of days between your first message to the office and the start.',
    most: 2000,
  },
  hostsVisited: {
    name: 'Hosts visited',
    question: 'How many hosts will you visit?',
    missing: 'Give the number of hosts that you will visit.',
    most: 100,
  },
  languageOfCountry: {
    name: 'Language spoken in the country',
    question: 'Is the language of the course spoken in the country where it takes place?',
    hint: 'Only for a language course.',
    missing: 'Say whether the language of the course is spoken there.',
  },
  learnerStatus: {
    name: 'Status of the learner',
    question: 'What are you at the moment?',
    missing: 'Choose what you are at the moment.',
    options: {
      'vet-pupil': 'Pupil of a vocational school',
      apprentice: 'Apprentice',
      'newly-qualified': 'Newly qualified, within the last twelve months',
      other: 'Something else',
    },
  },
  placementInEnterprise: {
    name: 'Placement in an enterprise',
    question: 'Will you work in an enterprise during the stay?',
    missing: 'Say whether you will work in an enterprise.',
  },
  submittedOn: { name: 'Submitted on', question: 'Submitted on', missing: 'Give the day of submission.' },
};

/** What can be missing beside facts. */
const others: Readonly<Record<string, string>> = {
  'host.distanceKm': 'Distance to the host',
  'needs-official-distance': 'Distance to the host by the official calculator',
};

const wordsOf = (name: string): FactWords | undefined =>
  Object.hasOwn(facts, name) ? facts[name as FactName] : undefined;

export function factName(code: string): string {
  return wordsOf(code)?.name ?? others[code] ?? sentenceCase(code.replaceAll(/([A-Z])/g, ' $1').toLowerCase());
}

/** An answer as people read it; with the fact's name also words and countries are written out. */
export function factText(value: string | number | boolean | undefined, name = ''): string {
  if (value === undefined) return 'not stated';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  const text = String(value);
  if (name.endsWith('Country') && countryCodes.has(text)) return countryName(text, 'en');
  return wordsOf(name)?.options?.[text] ?? text;
}
