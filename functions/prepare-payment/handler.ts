import { caseTask } from '../edge/task.ts';

/** Makes the payment that is due ready; the phase has ended when nothing is. */
export const handler = caseTask(
  () => ({ type: 'prepare-payment' }),
  ({ openPhases }) => (openPhases.includes('payout') ? 'await-payment' : 'done'),
);
