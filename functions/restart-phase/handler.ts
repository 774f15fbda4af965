import * as z from 'zod';
import type { Phase } from '../../shared/mobility/case.ts';
import { attemptOf } from '../../shared/mobility/executions.ts';
import { caseInput, caseTask } from '../edge/task.ts';

const phases = [
  'application',
  'agreement',
  'payout',
  'stay',
  'settlement',
  'repayment',
] as const satisfies readonly Phase[];

/**
 * A wait reached its limit: asks for a fresh execution of the phase. The execution's name says which attempt it was, so
 * that asking twice starts one; an execution that a person started under another name is not held against anybody.
 */
export const handler = caseTask(
  ({ phase = 'application', execution }) => {
    const attempt = attemptOf(execution, phase);
    return { type: 'restart-phase', phase, ...(attempt === undefined ? {} : { attempt }) };
  },
  () => 'restarted',
  caseInput.extend({ phase: z.enum(phases), execution: z.string().max(80).optional() }),
);
