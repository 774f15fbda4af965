/** Applications that are ranked at a deadline. */
export const ranking = {
  subject: (day: string) => `Approved: Erasmus+ grants are given away on ${day}`,
  heading: 'Your application is approved and will be ranked',
  how: (day: string) =>
    `All approved applications of your round are ranked on ${day}, and the money of the call is given away along the ranking, as far as it goes. You then get an agreement to sign, or your place on the waiting list.`,
  rankedBy: 'Ranked by',
  byPoints: (most: number, about: string) => `points of the international office, 0 to ${most}: ${about}`,
  byEarlierDays: 'days of earlier Erasmus+ stays: fewer go first',
  byTime: 'the moment of the application: the earlier goes first',
  lateBehind: (day: string) => `applications after ${day} come behind all others`,
  yourPoints: 'Your points',
  ranking: 'Ranking',
  of: (number: number, all: number) => `${number} of ${all}`,
  place: (place: string) => `Place ${place}`,
  withPoints: (points: string) => `with ${points} points`,
  behind: 'Behind the ranking, because the application was approved after it',
  todo: 'Nothing now. Please do not count on the grant until you have signed an agreement.',
};
