/** The dates of a stay: the host confirms them, or the office enters those of an uploaded confirmation. */
export const stay = {
  title: 'Confirm an Erasmus+ stay',
  lead: (name: string) => `Please confirm the dates on which ${name} was required to be present at your institution.`,
  toldLastDay: (day: string) => `The participant has told us that ${day} was the last day.`,
  role: 'Your role',
  roleHint: 'For example: Erasmus coordinator.',
  roleMissing: 'Give your role at the host institution.',
  button: 'Confirm these dates',
  confirmedAlready: (moment: string, period: string) =>
    `The dates of this stay were confirmed on ${moment}: ${period}. If they are wrong, write to the international office.`,
  endedAlready: (moment: string) => `This stay was ended on ${moment} without confirmed dates.`,
  nothing: 'There is no stay to confirm here now.',
  startHint: 'First day on which presence was required.',
  endHint: 'Last day on which presence was required.',
  reversed: 'The last day lies before the first day. Check both.',
  future: 'The last day lies in the future. Confirm the stay when it has ended.',
  differs: 'These dates differ from the plan',
  planned: 'Planned',
  given: 'You give',
  asMany: 'as many days',
  /** By how many days the dates differ from the plan; negative when there are less. */
  more: (days: number) => `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'more' : 'less'}`,
  onceMore: 'If they are right, send them once more.',
  confirmed: (by: string, period: string) => `${by} confirmed the dates ${period}.`,
  review: {
    title: 'Look at a confirmation of stay',
    uploaded: 'Uploaded confirmation',
    care: 'The file was checked for its kind and size only. Open it with care.',
    lead: 'Enter the first and last day that the document confirms. If it is not good enough, leave this page: the host and the participant are reminded as before.',
    name: 'It is kept with the dates.',
    button: 'Enter these dates',
  },
};
