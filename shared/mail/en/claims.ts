import { restOf } from '../../claims/amounts.ts';
import { nextPart } from '../../claims/instalments.ts';
import { demandInWords } from '../../claims/words.ts';
import type { Claim } from '../../mobility/case.ts';
import { claimOpen } from '../../mobility/decide/repayment.ts';
import type { Money } from '../../money/money.ts';
import { formatAccount, profileAccount } from '../../payments/accounts.ts';
import { type Block, facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import {
  bothCurrencies,
  caseFacts,
  datum,
  dueDate,
  firstName,
  fullName,
  present,
  workingOf,
} from '../templates/parts.ts';

/** Money that has to come back. */
export const claims = {
  'demand-approval': (view: MailView): MailContent => ({
    subject: `A repayment demand of ${view.say.money(claimOf(view).amount)} waits for a second person`,
    heading: 'A repayment demand waits for a second person',
    blocks: present(
      text('Every demand is looked at by a second person before it is sent.'),
      caseFacts(view),
      ...calculation(view, 'What the participant is entitled to'),
      facts(['To be demanded', both(view, claimOf(view).amount, claimOf(view).local)]),
    ),
    todo: 'Check the calculation, and let the demand go out if it is right.',
    action: 'Look at the demand',
  }),

  'repayment-demand': (view: MailView): MailContent => ({
    ...howToPay(view),
    subject: `Please pay back ${view.say.money(claimOf(view).local)} of your Erasmus+ grant`,
    heading: `Please pay back ${view.say.money(claimOf(view).local)}`,
    blocks: present(
      text('Your grant has been calculated on the confirmed dates. You were paid more than you are entitled to.'),
      ...calculation(view, 'What you are entitled to'),
      paymentSlip(view),
      text('You can pay in parts: each part counts when it carries the same reference number.'),
      text(
        'If you think that the demand is wrong, object on your page: until the office has decided you need not pay.',
      ),
      text(
        'If illness kept you from staying, you can ask to keep the grant on your page; a medical certificate is needed.',
      ),
    ),
  }),

  'repayment-reminder': (view: MailView): MailContent => ({
    ...howToPay(view),
    subject: `Reminder: ${view.say.money(claimOpen(claimOf(view)))} of your Erasmus+ grant to be paid back`,
    heading: `${view.say.money(claimOpen(claimOf(view)))} is still to be paid back`,
    blocks: present(credits(view), paymentSlip(view)),
  }),

  'repayment-received': (view: MailView): MailContent => {
    const rest = claimOpen(claimOf(view));
    const last = claimOf(view).credits.at(-1);
    const settled = claimOf(view).state === 'settled' || rest.minor <= 0;
    return {
      subject: settled
        ? 'Thank you: everything has been paid back'
        : `Thank you: ${last ? view.say.money(last.local) : 'your payment'} has arrived`,
      heading: settled ? 'Everything has been paid back' : 'Your payment has arrived',
      greet: firstName(view),
      blocks: present(credits(view), !settled && paymentSlip(view)),
      todo: settled ? 'Nothing.' : 'Pay the rest, with the same reference number.',
      ...(settled || claimOf(view).due === undefined ? {} : { by: view.say.date(claimOf(view).due ?? '') }),
      action: 'See where the claim stands',
    };
  },

  'claim-overdue': (view: MailView): MailContent => ({
    subject: `A repayment is overdue: decide what happens for ${fullName(view)}`,
    heading: 'A repayment is overdue',
    blocks: present(
      text(
        'The participant was reminded as the rules say, and the claim is not paid. Nothing happens until you decide.',
      ),
      caseFacts(view),
      credits(view),
    ),
    todo: 'Give more time, agree on parts, hand it over to be collected, or propose to waive the rest or to write it off. A second person decides on the last two.',
    action: 'Decide',
  }),

  'claim-extended': (view: MailView): MailContent => ({
    ...howToPay(view),
    subject: 'You have more time to pay back',
    heading: 'You have more time to pay back',
    blocks: present(text('The international office has given you more time.'), credits(view), paymentSlip(view)),
  }),

  'relief-approval': (view: MailView): MailContent => {
    const relief = claimOf(view).proposedRelief;
    return {
      subject: `${relief?.kind === 'write-off' ? 'Writing off' : 'Waiving'} a claim waits for a second person`,
      heading: 'Giving up a claim waits for a second person',
      blocks: present(
        relief &&
          text(
            `${relief.by} proposes to ${relief.kind === 'waive' ? 'waive' : 'write off'} what is left of the claim.`,
          ),
        relief && facts(['Why', relief.reason], ['Evidence', relief.evidence]),
        caseFacts(view),
        credits(view),
      ),
      todo: 'Decide whether the rest is given up.',
      action: 'Look and decide',
    };
  },

  'claim-relieved': (view: MailView): MailContent => ({
    subject: 'You do not have to pay the rest back',
    heading: 'You do not have to pay the rest back',
    greet: firstName(view),
    blocks: present(text(`${view.institution.name} has given up what was left of its claim on you.`), credits(view)),
    todo: 'Nothing. Please do not pay anything more with the old reference number.',
    action: 'See where the claim stands',
  }),
} as const;

function claimOf(view: MailView): Claim {
  const { claim, id } = view.mobility;
  if (!claim) throw new Error(`A mail about a claim was asked for, but ${id} has none.`);
  return claim;
}

const both = bothCurrencies;

/** The entitlement line by line, and how the demand follows from it. */
function calculation(view: MailView, title: string): Block[] {
  const { settlement } = view.mobility;
  if (!settlement) return [];
  const { claim } = view.mobility;
  return [
    workingOf(view, title, settlement.assessment),
    facts(['Calculation', settlement.working], claim ? ['Set-off', demandInWords(claim, 'en')] : undefined),
  ];
}

/** Account, reference number (KID), amount and date: all that is needed to pay. */
function paymentSlip(view: MailView): Block {
  const claim = claimOf(view);
  return {
    kind: 'facts',
    title: 'How to pay',
    rows: [
      ['Amount', view.say.money(nextPart(claim)?.open ?? claimOpen(claim))],
      ['To the account', formatAccount(profileAccount(view.institution.bank.account))],
      ['Reference number (KID)', claim.kid],
      ['To', view.institution.bank.debtorName],
      ...(claim.due === undefined ? [] : [['Due', view.say.date(claim.due)] as const]),
    ],
  };
}

function credits(view: MailView): Block {
  const claim = claimOf(view);
  const minus = (label: string, amount: Money) => ({ label, amount: { ...amount, minor: -amount.minor } });
  const { waived, writtenOff, cancelled } = claim;
  return {
    kind: 'amounts',
    title: 'The claim',
    lines: [
      { label: 'Demanded', amount: claim.amount, working: `${view.say.money(claim.local)} in local currency` },
      ...claim.credits.map((credit) => ({
        ...minus(`Received ${view.say.date(credit.date)}`, credit.amount),
        working: view.say.money(credit.local),
      })),
      ...(waived ? [minus('Waived', waived)] : []),
      ...(writtenOff ? [minus('Written off', writtenOff)] : []),
      ...(cancelled ? [minus('Cancelled', cancelled)] : []),
    ],
    total: { label: 'Still to be paid back', amount: restOf(claim) },
  };
}

function howToPay(view: MailView): Omit<MailContent, 'subject' | 'heading' | 'blocks'> {
  const due = datum(view, 'due') === undefined ? claimOf(view).due : undefined;
  const by = due === undefined ? dueDate(view, 'due') : view.say.date(due);
  return {
    greet: firstName(view),
    todo: 'Pay the amount to the account above, with the reference number. If you cannot pay it at once, ask for parts on your page before the date.',
    ...(by === undefined ? {} : { by }),
    action: 'See where the claim stands',
  };
}
