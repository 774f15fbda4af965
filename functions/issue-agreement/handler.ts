import { caseTask } from '../edge/task.ts';

/** Issues the grant agreement and asks for the signature. */
export const handler = caseTask(
  () => ({ type: 'issue-agreement' }),
  ({ state }) => (state === 'agreement-issued' ? 'await-signature' : 'done'),
);
