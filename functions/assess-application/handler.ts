import { waitsForMoney } from '../../shared/mobility/decide/application.ts';
import { caseTask } from '../edge/task.ts';

/** Puts the application before the office; a restarted phase goes on where the case stands. */
export const handler = caseTask(
  () => ({ type: 'assess' }),
  ({ state }) => {
    if (state === 'applied') return 'await-approval';
    return waitsForMoney.includes(state) ? 'reserve' : 'done';
  },
);
