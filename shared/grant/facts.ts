/** What kind of answer a fact is, so that a form, the command line and the rulebook refuse a wrong one alike. */
export type FactKind =
  | { readonly kind: 'number' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'date' }
  | { readonly kind: 'country' }
  | { readonly kind: 'one-of'; readonly values: readonly string[] };

const yesNo: FactKind = { kind: 'yes-no' };
const number: FactKind = { kind: 'number' };

/** Levels of the Common European Framework of Reference for Languages, lowest first. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

/** Every fact that a rule of any institution may ask for, by name. Never the ground of a top-up: see design.md §6. */
export const factKinds = {
  studyLevel: { kind: 'one-of', values: ['bachelor', 'master', 'phd', 'one-cycle'] },
  ects: number,
  degreeSeeking: yesNo,
  doubleDegree: yesNo,
  nominated: yesNo,
  approvedInDegree: yesNo,
  agreementWithHost: yesNo,
  hostHasCharter: yesNo,
  /** The host is a university or the like, as opposed to an enterprise, a school, an agency. */
  hostIsHigherEducation: yesNo,
  languageLevel: { kind: 'one-of', values: languageLevels },
  previousFundedDays: number,
  eventType: {
    kind: 'one-of',
    values: [
      'teaching',
      'job-shadowing',
      'training-course',
      'language-course',
      'seminar',
      'workshop',
      'conference',
      'partner-week',
    ],
  },
  academicDays: number,
  teachingHours: number,
  residenceCountry: { kind: 'country' },
  employedByInstitution: yesNo,
  otherEuFunding: yesNo,
  headOfSectionCleared: yesNo,
  facultyApproved: yesNo,
  bipEcts: number,
  noticeDays: number,
  hostsVisited: number,
  languageOfCountry: yesNo,
  /** Who goes from vocational training: a pupil, an apprentice, or somebody who has just qualified. */
  learnerStatus: { kind: 'one-of', values: ['vet-pupil', 'apprentice', 'newly-qualified', 'other'] },
  placementInEnterprise: yesNo,
  submittedOn: { kind: 'date' },
} as const satisfies Record<string, FactKind>;

export type FactName = keyof typeof factKinds;

export const factNames = Object.keys(factKinds) as FactName[];
