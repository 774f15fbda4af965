import * as z from 'zod';
import type { Phase } from '../../shared/mobility/case.ts';
import { caseInput, caseTask } from '../edge/task.ts';

const phases = [
  'application',
  'agreement',
  'payout',
  'stay',
  'settlement',
  'repayment',
] as const satisfies readonly Phase[];

/** A wait reached its limit: asks for a fresh execution of the phase. */
export const handler = caseTask(
  ({ phase }) => ({ type: 'restart-phase', phase: phase ?? 'application' }),
  () => 'restarted',
  caseInput.extend({ phase: z.enum(phases) }),
);
