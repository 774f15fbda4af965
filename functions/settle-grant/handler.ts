import { caseTask } from '../edge/task.ts';

/** Recalculates on the confirmed dates; the same decision starts what follows. */
export const handler = caseTask(
  () => ({ type: 'settle' }),
  ({ settlement }) => settlement?.outcome ?? 'not-ready',
);
