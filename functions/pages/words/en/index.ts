import { frame } from './frame.ts';

/** The words of all pages, by group. The other languages have the same shape. */
export const en = { frame };
