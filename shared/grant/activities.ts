/**
 * The kinds of stay that a grant is for. Higher education by the codes of the Beneficiary Module (domain.md §1); `HE-SMD`
 * is a doctoral candidate's short stay. School education (with early childhood), vocational and adult education by the
 * sector and who goes.
 */
export const activityTypes = [
  'HE-SMS',
  'HE-SMT',
  'HE-SMD',
  'HE-BIP',
  'HE-STA',
  'HE-STT',
  'SCH-STAFF',
  'SCH-PUPIL',
  'VET-LEARNER',
  'VET-STAFF',
  'ADU-STAFF',
  'ADU-LEARNER',
] as const;

export type ActivityType = (typeof activityTypes)[number];
