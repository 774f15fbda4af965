import { waitsForMoney } from '../../shared/mobility/decide/application.ts';
import { caseTask } from '../edge/task.ts';

/** Reserves the planned amount, puts the case up for the ranking of its round, or leaves it on the waiting list. */
export const handler = caseTask(
  () => ({ type: 'reserve' }),
  ({ state }) => (waitsForMoney.includes(state) ? 'await-budget' : 'done'),
);
