import type { FactName } from '../../../../shared/grant/facts.ts';
import type { FactWords } from '../../views/words.ts';

/** How every fact that a rule may look at is asked for, and named where a decision shows it. `{home}` is the sending institution. */
export const facts = {
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
  },
  teachingHours: {
    name: 'Teaching hours',
    question: 'How many hours will you teach in all?',
    missing: 'Give the number of hours that you will teach.',
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
  },
  noticeDays: {
    name: 'Days of notice',
    question: 'How many days before the start did you tell the office of it?',
    hint: 'Count from your first message to the first day of the stay.',
    missing: 'Give the number of days between your first message to the office and the start.',
  },
  hostsVisited: {
    name: 'Hosts visited',
    question: 'How many hosts will you visit?',
    missing: 'Give the number of hosts that you will visit.',
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
} satisfies Readonly<Record<FactName, FactWords>>;
