import { CODE_MINUTES } from '../codes.ts';
import { type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { datum } from '../templates/parts.ts';

/** The one-time code. It carries no link, so that the code and the page never travel together. */
export const code = {
  code: (view: MailView): MailContent => ({
    subject: 'Your code',
    heading: 'Your code',
    blocks: [
      text('Type this code on the page on which you asked for it:'),
      { kind: 'code', code: datum(view, 'code') ?? '' },
      text(`It works once, for ${CODE_MINUTES} minutes. Nobody from the institution will ever ask you for it.`),
    ],
    todo: 'If you did not ask for a code, do nothing, and reply to this mail to tell us.',
  }),
} as const;
