import { nextPart, planOf } from '../../claims/instalments.ts';
import type { Claim, Correction, ReturnPayment } from '../../mobility/case.ts';
import { claimOpen } from '../../mobility/decide/repayment.ts';
import { formatAccount, maskAccount } from '../../payments/accounts.ts';
import { bankReason } from '../../payments/reasons.ts';
import { type Block, facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { caseFacts, datum, dueDate, firstName, fullName, present, workingOf } from '../templates/parts.ts';

/** What a claim goes through besides being paid: parts, objection, collection by others, correction, over-payment. */
export const claimTurns = {
  'instalments-asked': (view: MailView): MailContent => ({
    subject: `${fullName(view)} asks to pay back in parts`,
    heading: 'Paying back in parts waits for your decision',
    blocks: present(
      text('The participant cannot pay at once. Until you decide, the date of the demand stays and we remind of it.'),
      caseFacts(view),
      facts(
        ['Still to be paid back', view.say.money(claimOpen(claimOf(view)))],
        ['What is asked for', claimOf(view).askedForParts?.wish ?? 'It has been answered in the meantime.'],
      ),
    ),
    todo: 'Agree on parts by giving their days, or refuse with an answer.',
    action: 'Decide',
  }),

  'instalments-refused': (view: MailView): MailContent => ({
    subject: 'You cannot pay back in parts',
    heading: 'You cannot pay back in parts',
    greet: firstName(view),
    blocks: present(
      text(claimOf(view).refusedParts?.answer ?? 'The international office has not agreed to parts.'),
      howToPay(view, claimOpen(claimOf(view))),
    ),
    todo: 'Pay the amount to the account above, with the reference number.',
    ...dueBy(view),
    action: 'See where the claim stands',
  }),

  'instalments-agreed': (view: MailView): MailContent => {
    const part = nextPart(claimOf(view));
    return {
      subject: 'You pay back in parts: this is the plan',
      heading: 'You pay back in parts',
      greet: firstName(view),
      blocks: present(
        text('The international office has agreed to these parts. No interest or fee is added.'),
        planBlock(view),
        howToPay(view, part?.open ?? claimOpen(claimOf(view))),
      ),
      todo: 'Pay each part by its day, always with the same reference number. If a part is not paid although we have reminded you, the whole rest is due.',
      ...dueBy(view),
      action: 'See the plan',
    };
  },

  'instalment-missed': (view: MailView): MailContent => ({
    subject: 'A part of your repayment is missing: the whole rest is due',
    heading: 'The whole rest is due',
    greet: firstName(view),
    blocks: present(
      text(
        `The part of ${partDay(view)} has not arrived although we reminded you. The plan has ended, and the rest is due as a whole. No interest or fee is added.`,
      ),
      howToPay(view, claimOpen(claimOf(view))),
    ),
    todo: 'Pay the rest. If you cannot, ask for another plan on your page before the date.',
    ...dueBy(view),
    action: 'See where the claim stands',
  }),

  'objection-review': (view: MailView): MailContent => ({
    subject: `${fullName(view)} objects to a repayment demand`,
    heading: 'An objection waits for your decision',
    blocks: present(
      text('Nobody is reminded and nothing falls due until you have decided.'),
      caseFacts(view),
      facts(['Demanded', view.say.money(claimOf(view).amount)], ['Objection', claimOf(view).objection?.reason ?? '']),
    ),
    todo: 'Dismiss the objection with an answer, or uphold it and give what the calculation should stand on instead.',
    action: 'Look and decide',
  }),

  'objection-decided': (view: MailView): MailContent => {
    const upheld = datum(view, 'decision') === 'upheld';
    const claim = claimOf(view);
    const due = datum(view, 'due');
    return {
      subject: upheld ? 'Your objection is upheld' : 'Your objection is not upheld',
      heading: upheld ? 'Your grant is calculated anew' : 'The demand stays',
      greet: firstName(view),
      blocks: present(
        text(claim.objection?.answer ?? 'The international office has decided on your objection.'),
        upheld
          ? text('A second person looks at the new calculation; then you get it by mail. Pay nothing until then.')
          : due !== undefined && howToPay(view, claimOpen(claim)),
      ),
      todo:
        upheld || due === undefined ? 'Nothing.' : 'Pay the amount to the account above, with the reference number.',
      ...(upheld || due === undefined ? {} : { by: view.say.date(due) }),
      action: 'See where the claim stands',
    };
  },

  'claim-handed-over': (view: MailView): MailContent => ({
    subject: 'Your repayment is collected by others from now on',
    heading: 'Your repayment is collected by others from now on',
    greet: firstName(view),
    blocks: present(
      text(
        `${view.institution.name} has handed its claim over to ${claimOf(view).collection?.agency ?? 'a collecting office'}, who will write to you. We send no more reminders.`,
      ),
      howToPay(view, claimOpen(claimOf(view))),
    ),
    todo: 'Pay the rest. What you pay with the reference number counts at once; tell whoever collects it.',
    action: 'See where the claim stands',
  }),

  'settlement-copy': (view: MailView): MailContent => {
    const { settlement, confirmed } = view.mobility;
    const own = confirmed?.by === 'participant';
    return {
      subject: `Final calculation for ${fullName(view)}`,
      heading: 'A grant has been calculated',
      blocks: present(
        text('The participant has got this calculation. This is your copy, and your way to correct it later.'),
        caseFacts(view),
        facts(
          ['Dates', confirmed?.period ? view.say.period(confirmed.period) : 'no day confirmed'],
          own ? ['Said by', 'the participant; no host has confirmed these dates'] : undefined,
          ['Calculation', settlement?.working ?? ''],
        ),
      ),
      todo: 'Nothing now. Keep this mail: if other dates are shown later, propose the correction through its link.',
      action: 'Correct this calculation',
    };
  },

  'correction-approval': (view: MailView): MailContent => {
    const proposal = view.mobility.proposedCorrection;
    return {
      subject: `A corrected calculation waits for a second person: ${fullName(view)}`,
      heading: 'A corrected calculation waits for a second person',
      blocks: present(
        text('Nothing is paid or asked for in this case until it is decided.'),
        caseFacts(view),
        proposal && correctionFacts(view, proposal),
        view.mobility.settlement && workingOf(view, 'The calculation so far', view.mobility.settlement.assessment),
      ),
      todo: 'Compare the new dates with the evidence, and decide.',
      action: 'Look and decide',
    };
  },

  'return-approval': (view: MailView): MailContent => {
    const back = returnOf(view);
    return {
      subject: `Paid in too much: ${view.say.money(back.local)} waits to be returned`,
      heading: 'The return of an over-payment waits for a second person',
      blocks: present(
        text('More came in than was demanded. It is not ours, and goes back once you let it go.'),
        caseFacts(view),
        returnFacts(view, back),
      ),
      todo: 'Look at the account, and let the payment go if it is right.',
      action: 'Look at the payment',
    };
  },

  'overpayment-received': (view: MailView): MailContent => {
    const back = returnOf(view);
    const failed = datum(view, 'failed');
    if (failed !== undefined) {
      return {
        subject: 'We cannot return your money: we need another account',
        heading: 'We need another account',
        greet: firstName(view),
        blocks: present(
          text(
            `${view.say.money(back.local)} that were paid in too much could not be returned to your account, because ${bankReason(failed)}.`,
          ),
        ),
        todo: 'Give another account on your page. A second person looks at it before money goes there.',
        action: 'Give another account',
      };
    }
    return {
      subject: `${view.say.money(back.local)} too much was paid in, and is returned`,
      heading: 'More was paid in than you owe',
      greet: firstName(view),
      blocks: present(
        text(
          `${view.say.money(back.local)} came in beyond what you had to pay back. It is returned to ${back.to === 'payer' ? 'the account it came from' : 'your account'} as soon as a second person has looked at it.`,
        ),
      ),
      todo: 'Nothing.',
      action: 'See where it is',
    };
  },
} as const;

function claimOf({ mobility }: MailView): Claim {
  const { claim, id } = mobility;
  if (!claim) throw new Error(`A mail about a claim was asked for, but ${id} has none.`);
  return claim;
}

/** The return that the mail is about. */
function returnOf(view: MailView): ReturnPayment {
  const id = datum(view, 'payment');
  const { returns = [], id: mobility } = view.mobility;
  const found = id === undefined ? returns.at(-1) : returns.find((back) => back.id === id);
  if (!found) throw new Error(`A mail about a return of ${mobility} was asked for, but the case has no such payment.`);
  return found;
}

function returnFacts(view: MailView, back: ReturnPayment): Block {
  return facts(
    ['Amount', view.say.money(back.local)],
    ['To', back.payeeName],
    ['Account', maskAccount(back.account)],
    back.to === 'payer' ? undefined : ['Whose account', 'the participant’s: the bank does not say who paid'],
  );
}

function correctionFacts(view: MailView, { dates, forceMajeure, reason, evidence, by }: Correction): Block {
  const shown = { none: 'the stay never took place', unchanged: 'as before' };
  return facts(
    ['New dates', typeof dates === 'string' ? shown[dates] : view.say.period(dates)],
    forceMajeure === undefined ? undefined : ['Force majeure', forceMajeure],
    ['Why', reason],
    ['Evidence', evidence],
    ['Proposed by', by],
  );
}

function planBlock(view: MailView): Block {
  return facts(...planOf(claimOf(view)).map((part) => [view.say.date(part.due), view.say.money(part.local)] as const));
}

function howToPay(view: MailView, amount: Claim['local']): Block {
  const { kid } = claimOf(view);
  const { bank } = view.institution;
  return {
    kind: 'facts',
    title: 'How to pay',
    rows: [
      ['Amount', view.say.money(amount)],
      ['To the account', formatAccount({ bban: bank.account })],
      ['Reference number (KID)', kid],
      ['To', bank.debtorName],
    ],
  };
}

const partDay = (view: MailView): string => {
  const part = datum(view, 'part');
  return part === undefined ? 'the last date' : view.say.date(part);
};

function dueBy(view: MailView): { readonly by?: string } {
  const by =
    dueDate(view, 'due') ?? (claimOf(view).due === undefined ? undefined : view.say.date(claimOf(view).due ?? ''));
  return by === undefined ? {} : { by };
}
