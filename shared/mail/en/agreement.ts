import { firstInstalment } from '../../mobility/balance.ts';
import { formatAccount } from '../../payments/accounts.ts';
import { facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { dueDate, firstName, instalmentsOf, present, rateSentence, stayFacts, workingOf } from '../templates/parts.ts';

/** The grant agreement: to be signed, reminded of, lapsed, signed. */
export const agreement = {
  'agreement-to-sign': (view: MailView): MailContent => ({
    ...toSign(view),
    subject: 'Your Erasmus+ grant agreement is ready to sign',
    heading: 'Your grant agreement is ready to sign',
  }),

  'agreement-reminder': (view: MailView): MailContent => {
    const due = dueDate(view, 'due', 'agreement-expiry');
    return {
      ...toSign(view),
      subject: `Reminder: sign your Erasmus+ grant agreement${due === undefined ? '' : ` by ${due}`}`,
      heading: 'Your grant agreement still waits for your signature',
    };
  },

  'agreement-lapsed': (view: MailView): MailContent => ({
    subject: 'Your Erasmus+ grant agreement has lapsed',
    heading: 'Your grant agreement has lapsed',
    greet: firstName(view),
    blocks: present(
      text(
        'You were reminded more than once, but the agreement was not signed in time. The offer has ended, and the money goes to somebody on the waiting list. Nothing was paid, and you owe nothing.',
      ),
      stayFacts(view),
    ),
    todo: 'If something kept you from signing, reply to this mail: the office can tell you whether a new application is possible.',
    action: 'See your application',
  }),

  'agreement-signed': (view: MailView): MailContent => {
    const payBy = dueDate(view, 'payBy', 'prefinancing-duty');
    const rate = rateSentence(view);
    return {
      subject: 'Signed: your Erasmus+ grant agreement',
      heading: 'Your grant agreement is signed by both sides',
      greet: firstName(view),
      blocks: present(
        agreementFacts(view),
        stayFacts(view),
        workingOf(view, 'Your grant', view.mobility.agreement?.assessment ?? view.mobility.assessment),
        instalmentsOf(view),
        rate !== undefined && text(`Exchange rate: ${rate}`),
        text(
          firstInstalment(view.mobility) === undefined
            ? `The grant is paid after the stay, to ${formatAccount(view.mobility.participant.account)}. You will get a mail when it is on its way, and another one when it is there.`
            : `The first instalment goes to the account you gave${payBy === undefined ? '' : ` by ${payBy} at the latest`}. You will get a mail when the bank has been told to pay, and another one when it has paid.`,
        ),
        {
          kind: 'list',
          title: firstInstalment(view.mobility) === undefined ? 'Before it can be paid' : 'Before the rest can be paid',
          items: view.institution.obligations
            .filter(({ code }) => view.mobility.obligationsDue.includes(code) && !(code in view.mobility.obligations))
            .map((obligation) => obligation.label),
        },
      ),
      todo: 'Nothing now. If you go home early or cannot go at all, tell us through your page as soon as you know.',
      action: 'See where my money is',
    };
  },
} as const;

function toSign(view: MailView): Omit<MailContent, 'subject' | 'heading'> {
  const due = dueDate(view, 'due', 'agreement-expiry');
  const rate = rateSentence(view);
  return {
    greet: firstName(view),
    blocks: present(
      text(
        `Your application has been approved. ${view.institution.name} has signed the grant agreement; it takes effect when you sign it too.`,
      ),
      agreementFacts(view),
      stayFacts(view),
      workingOf(view, 'Your grant', view.mobility.agreement?.assessment ?? view.mobility.assessment),
      instalmentsOf(view),
      rate !== undefined && text(`Exchange rate: ${rate}`),
    ),
    todo: 'Read the agreement on the page behind the link, ask for a code (it comes by mail), and sign with it. Without a signature there is no grant.',
    ...(due === undefined ? {} : { by: due }),
    action: 'Read and sign the agreement',
  };
}

function agreementFacts(view: MailView) {
  const { agreement: signed } = view.mobility;
  return signed === undefined
    ? undefined
    : facts(
        ['Agreement', signed.number],
        [
          'Signed for the institution',
          `${signed.signatures.institution.by}, ${view.say.date(signed.signatures.institution.at)}`,
        ],
        signed.signatures.participant
          ? ['Signed by you', view.say.moment(signed.signatures.participant.at)]
          : undefined,
      );
}
