import { approvals } from './approvals.ts';
import { changes } from './changes.ts';
import { frame } from './frame.ts';
import { steps } from './steps.ts';

/** The words of all pages, by group. The other languages have the same shape. */
<<<<<<< theirs
export const en = { approvals, changes, frame };
=======
export const en = { steps, changes, frame };
>>>>>>> mine
