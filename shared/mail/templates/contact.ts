import { facts, type MailContent, text } from '../content.ts';
import { oneLine } from '../format.ts';
import type { MailView } from '../language.ts';
import { caseFacts, firstName, fullName, stayFacts } from './parts.ts';

/** Contact data that a participant has put right, or asks the office to. */
export const contact = {
  /** To where mail went before: whoever reads it there may not be the one who changed it. */
  'address-changed': (view: MailView): MailContent => {
    const { changed: w } = view.words.contact;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(view.data.whose === 'second' ? w.second : w.first), stayFacts(view)],
      todo: w.todo,
    };
  },
  'name-asked': (view: MailView): MailContent => {
    const { name: w } = view.words.contact;
    const { askedName, participant } = view.mobility;
    const { givenName, familyName } = askedName ?? participant;
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [
        text(w.about),
        facts([w.before, fullName(view)], [w.asked, oneLine(`${givenName} ${familyName}`)]),
        caseFacts(view),
      ],
      todo: w.todo,
    };
  },
} as const;
