import { type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { firstName, stayFacts } from './parts.ts';

/** The answer to "send me a fresh link". */
export const links = {
  'fresh-link': (view: MailView): MailContent => {
    const w = view.words.links;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.asked), stayFacts(view)],
      todo: w.todo,
      action: view.words.common.seeMoney,
    };
  },
} as const;
