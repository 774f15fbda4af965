import { approvals } from './approvals.ts';
import { changes } from './changes.ts';
import { frame } from './frame.ts';
import { steps } from './steps.ts';

/** The words of all pages, by group. The other languages have the same shape. */
export const en = { approvals, steps, changes, frame };
