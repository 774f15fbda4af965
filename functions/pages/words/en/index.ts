import { changes } from './changes.ts';
import { frame } from './frame.ts';

/** The words of all pages, by group. The other languages have the same shape. */
export const en = { changes, frame };
