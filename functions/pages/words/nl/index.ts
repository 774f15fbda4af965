import type { PageWords } from '../index.ts';
import { approvals } from './approvals.ts';
import { changes } from './changes.ts';
import { frame } from './frame.ts';
import { steps } from './steps.ts';

<<<<<<< theirs
export const nl: PageWords = { approvals, changes, frame };
=======
export const nl: PageWords = { steps, changes, frame };
>>>>>>> mine
