import { caseTask } from '../edge/task.ts';

/** Reserves the planned amount, or leaves the case on the waiting list. */
export const handler = caseTask(
  () => ({ type: 'reserve' }),
  ({ state }) => (state === 'waiting-list' ? 'await-budget' : 'done'),
);
