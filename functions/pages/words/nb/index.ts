import type { PageWords } from '../index.ts';
import { approvals } from './approvals.ts';
import { changes } from './changes.ts';
import { frame } from './frame.ts';
import { steps } from './steps.ts';

export const nb: PageWords = { approvals, steps, changes, frame };
