import type { PageWords } from '../index.ts';
import { changes } from './changes.ts';
import { frame } from './frame.ts';

export const nn: PageWords = { changes, frame };
