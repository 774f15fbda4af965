import { caseTask } from '../edge/task.ts';

/** Raises the demand for what was paid beyond the entitlement. */
export const handler = caseTask(
  () => ({ type: 'raise-claim' }),
  ({ openPhases }) => (openPhases.includes('repayment') ? 'await-repayment' : 'done'),
);
