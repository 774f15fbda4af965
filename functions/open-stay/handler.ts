import { caseTask } from '../edge/task.ts';

/** Begins to follow the stay. */
export const handler = caseTask(
  () => ({ type: 'open-stay' }),
  ({ openPhases }) => (openPhases.includes('stay') ? 'await-end' : 'done'),
);
