import { CODE_MINUTES } from '../codes.ts';
import { type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { datum } from './parts.ts';

/** The one-time code. It carries no link, so that the code and the page never travel together. */
export const code = {
  code: (view: MailView): MailContent => {
    const { code: w } = view.words;
    return {
      subject: w.title,
      heading: w.title,
      blocks: [text(w.type), { kind: 'code', code: datum(view, 'code') ?? '' }, text(w.once(CODE_MINUTES))],
      todo: w.notYou,
    };
  },
} as const;
