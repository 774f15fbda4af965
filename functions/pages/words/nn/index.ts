import type { PageWords } from '../index.ts';
import { approvals } from './approvals.ts';
import { changes } from './changes.ts';
import { frame } from './frame.ts';
import { steps } from './steps.ts';

<<<<<<< theirs
export const nn: PageWords = { approvals, changes, frame };
=======
export const nn: PageWords = { steps, changes, frame };
>>>>>>> mine
