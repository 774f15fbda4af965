import { firstInstalment } from '../../mobility/balance.ts';
import { type Block, facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import {
  accountName,
  agreed,
  deadline,
  dueDate,
  dutiesLeft,
  firstName,
  instalmentsOf,
  present,
  rateSentence,
  said,
  stayFacts,
  workingOf,
} from './parts.ts';
import { rankingFacts } from './ranking.ts';

/** The grant agreement: to be signed, reminded of, lapsed, signed. */
export const agreement = {
  'agreement-to-sign': (view: MailView): MailContent => {
    const { toSign: w } = view.words.agreement;
    return { ...toSign(view), subject: w.subject, heading: w.heading };
  },

  'agreement-reminder': (view: MailView): MailContent => {
    const { toSign: w } = view.words.agreement;
    const due = dueDate(view, 'due', 'agreement-expiry');
    return { ...toSign(view), subject: w.reminderSubject(due), heading: w.reminderHeading };
  },

  'agreement-lapsed': (view: MailView): MailContent => {
    const { lapsed: w } = view.words.agreement;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.ended), stayFacts(view)],
      todo: w.todo,
      action: view.words.common.seeApplication,
    };
  },

  'agreement-signed': (view: MailView): MailContent => {
    const { mobility, words } = view;
    const { signed: w } = said(view, 'agreement');
    const first = firstInstalment(mobility);
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: present(
        ...whatIsAgreed(view),
        text(
          first === undefined
            ? w.paidAfter(accountName(view, mobility.participant.account))
            : w.firstGoes(dueDate(view, 'payBy', 'prefinancing-duty')),
        ),
        { kind: 'list', title: first === undefined ? w.beforeIt : w.beforeRest, items: dutiesLeft(view) },
      ),
      todo: w.todo,
      action: words.common.seeMoney,
    };
  },
} as const;

function toSign(view: MailView): Omit<MailContent, 'subject' | 'heading'> {
  const { toSign: w } = view.words.agreement;
  return {
    greet: firstName(view),
    blocks: [text(w.approved(view.institution.name)), ...whatIsAgreed(view)],
    todo: w.todo,
    ...deadline(dueDate(view, 'due', 'agreement-expiry')),
    action: w.action,
  };
}

/** Number and signatures, the stay, the amount with its working, how it is paid and at which rate. */
function whatIsAgreed(view: MailView): readonly Block[] {
  const rate = rateSentence(view);
  const { agreement: w, common } = view.words;
  return present(
    agreementFacts(view),
    rankingFacts(view),
    stayFacts(view),
    workingOf(view, w.yourGrant, agreed(view)),
    instalmentsOf(view),
    rate !== undefined && text(common.exchangeRate(rate)),
  );
}

function agreementFacts({ mobility, say, words }: MailView): Block | undefined {
  const { agreement: w } = words;
  if (mobility.agreement === undefined) return undefined;
  const { number, signatures } = mobility.agreement;
  return facts(
    [w.number, number],
    [w.signedFor, `${signatures.institution.by}, ${say.date(signatures.institution.at)}`],
    signatures.participant && [w.signedByYou, say.moment(signatures.participant.at)],
  );
}
