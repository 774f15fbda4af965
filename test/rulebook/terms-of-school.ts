import type { ActivityType } from '../../shared/grant/types.ts';
import type { Terms } from '../../shared/rulebook/types.ts';
import { rulebookWith } from './with-institution.ts';

/**
 * The programme's terms as they are for somebody without rules of its own: the school of the sources with another activity,
 * in another call, without the days of its project.
 */
export function termsOfSchool(activity: ActivityType, call: string, hostCountry: string, on: string): Terms {
  const rulebook = rulebookWith('school', 'charlottenlund', [
    ['VET-LEARNER', activity],
    ['call: "2018"', `call: "${call}"`],
    [/ {4}starts: .*\n {4}ends: .*\n/, ''],
  ]);
  return rulebook.terms({ institution: 'school', call, activity, hostCountry, on });
}
