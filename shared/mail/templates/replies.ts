import { type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { caseFacts, datum, fullName } from './parts.ts';

/** An answer by mail, for the office. Its words and files stand behind the link only: a mail is forwarded easily. */
export const replies = {
  'reply-received': (view: MailView): MailContent => {
    const w = view.words.replies;
    const files = Number(datum(view, 'files') ?? 0);
    const came = files > 0 ? [text(w.files(files))] : [];
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [
        text(datum(view, 'from') === 'host' ? w.host : w.participant),
        ...came,
        caseFacts(view),
        text(w.nothing),
      ],
      todo: w.todo,
      action: w.action,
    };
  },
} as const;
