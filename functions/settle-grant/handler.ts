import { caseTask } from '../edge/task.ts';

/** Recalculates on the confirmed dates; the same decision starts what follows. */
export const handler = caseTask(
  () => ({ type: 'settle' }),
  // While it is calculated anew, the calculation before still stands on the case.
  ({ state, settlement }) => (state === 'stay-ended' ? undefined : settlement?.outcome) ?? 'not-ready',
);
