import type { PageWords } from '../index.ts';
import { changes } from './changes.ts';
import { frame } from './frame.ts';
import { steps } from './steps.ts';

export const nn: PageWords = { steps, changes, frame };
