import { expect, it } from 'vitest';
import { confirmationDue } from '../../shared/deadlines/plan.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Institution } from '../../shared/rulebook/types.ts';

const nhh = loadRulebook().institution('nhh') as Institution;
const { procedure } = nhh;
const nmbu: Institution = {
  ...nhh,
  procedure: { ...procedure, confirmation: { ...procedure.confirmation, dueOn: ['01-30', '08-30'] } },
};

it.each([
  ['so many days after the last day', nhh, '2025-12-17', '2026-01-16'],
  ['a Sunday so many days after: the Monday', nhh, '2025-12-19', '2026-01-19'],
  ['Easter so many days after: the Tuesday', nhh, '2026-03-06', '2026-04-07'],
  ['NMBU: 30 January after an autumn', nmbu, '2025-12-19', '2026-01-30'],
  ['30 January also for a stay that ends in the new year', nmbu, '2026-01-24', '2026-01-30'],
  ['30 August after a spring, as its page says, although a Sunday', nmbu, '2026-06-12', '2026-08-30'],
  ['the next fixed day when one has just passed', nmbu, '2026-01-30', '2026-08-30'],
  ['into the next year', nmbu, '2025-08-31', '2026-01-30'],
])('a confirmation is due: %s', (_rule, institution, lastDay, due) => {
  expect(confirmationDue(institution, lastDay)).toBe(due);
});
