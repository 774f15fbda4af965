import { facts, type MailContent, text } from '../content.ts';
import { oneLine } from '../format.ts';
import type { MailView } from '../language.ts';
import { caseFacts, fullName, present } from './parts.ts';

/** A mail that came back, and no other address is known. */
export const addresses = {
  'address-needed': (view: MailView): MailContent => {
    const { addresses: w } = view.words;
    const { host } = view.mobility.stay;
    const ofHost = view.data.whose === 'host';
    const who = ofHost ? oneLine(host.contact.name) : fullName(view);
    const email = ofHost ? host.contact.email : view.mobility.participant.email;
    return {
      subject: w.subject(who),
      heading: w.heading,
      blocks: present(
        text(ofHost ? w.host : w.participant),
        view.data.how === 'complained' ? text(w.complained) : undefined,
        facts([w.address, `${who}, ${oneLine(email)}`]),
        caseFacts(view),
        text(w.waits),
      ),
      todo: w.todo,
      action: w.action,
    };
  },
};
