import type { PageWords } from '../index.ts';
import { frame } from './frame.ts';

export const nl: PageWords = { frame };
