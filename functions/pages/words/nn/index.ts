import type { PageWords } from '../index.ts';
import { frame } from './frame.ts';

export const nn: PageWords = { frame };
