import type { ActivityType } from '../../../shared/grant/types.ts';
import type { Institution, Rulebook } from '../../../shared/rulebook/types.ts';

/** Where the journey of README.md plays, and with it the tour. */
const STAGE = 'nhh';

/** Where the tour applies; in a rulebook without its own place at the first institution. */
export function tourPlace(rules: Pick<Rulebook, 'institution' | 'institutions'>): Institution | undefined {
  return rules.institution(STAGE) ?? rules.institutions()[0];
}

/** What the tour applies for: an exchange, where the institution has it. */
export function tourActivity({ activities }: Institution): ActivityType {
  return activities.find((activity) => activity === 'HE-SMS') ?? activities[0] ?? 'HE-SMS';
}
