import type { PageWords } from '../index.ts';
import { frame } from './frame.ts';

export const nb: PageWords = { frame };
