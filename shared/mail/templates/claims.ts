import { restOf } from '../../claims/amounts.ts';
import { demandInWords } from '../../claims/words.ts';
import { finalSettlement } from '../../documents/workings.ts';
import { type Money, negate } from '../../money/money.ts';
import { type Block, facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { claimOf, openAmount, paymentSlip } from './claim-parts.ts';
import {
  bothCurrencies,
  caseFacts,
  datum,
  deadline,
  dueDate,
  firstName,
  fullName,
  present,
  said,
  workingOf,
} from './parts.ts';

/** Money that has to come back. */
export const claims = {
  'demand-approval': (view: MailView): MailContent => {
    const { demandApproval: w } = said(view, 'claims');
    const { amount, local } = claimOf(view);
    return {
      subject: w.subject(view.say.money(amount)),
      heading: w.heading,
      blocks: [
        text(w.why),
        caseFacts(view),
        ...calculation(view, w.entitled),
        facts([w.demanded, bothCurrencies(view, amount, local)]),
      ],
      todo: w.todo,
      action: w.action,
    };
  },

  'repayment-demand': (view: MailView): MailContent => {
    const { demand: w } = view.words.claims;
    const amount = view.say.money(claimOf(view).local);
    return {
      ...toPay(view),
      subject: w.subject(amount),
      heading: w.heading(amount),
      blocks: [
        text(w.why),
        ...calculation(view, w.entitled),
        paymentSlip(view),
        text(w.inParts),
        text(w.object),
        text(w.illness),
      ],
    };
  },

  'repayment-reminder': (view: MailView): MailContent => {
    const { reminder: w } = view.words.claims;
    const amount = view.say.money(openAmount(view));
    return {
      ...toPay(view),
      subject: w.subject(amount),
      heading: w.heading(amount),
      blocks: [account(view), paymentSlip(view)],
    };
  },

  'repayment-received': (view: MailView): MailContent => {
    const { received, seeClaim } = view.words.claims;
    const { credits, due, state } = claimOf(view);
    const about = { greet: firstName(view), action: seeClaim };
    if (state === 'settled' || openAmount(view).minor <= 0) {
      return { ...about, ...received.all, blocks: [account(view)], todo: view.words.common.nothing };
    }
    const last = credits.at(-1);
    return {
      ...about,
      subject: received.part.subject(last && view.say.money(last.local)),
      heading: received.part.heading,
      blocks: [account(view), paymentSlip(view)],
      todo: received.part.todo,
      ...deadline(due && view.say.date(due)),
    };
  },

  'claim-overdue': (view: MailView): MailContent => {
    const { overdue: w, decide } = view.words.claims;
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [text(w.reminded), caseFacts(view), account(view)],
      todo: w.todo,
      action: decide,
    };
  },

  'claim-extended': (view: MailView): MailContent => {
    const { extended: w } = view.words.claims;
    return {
      ...toPay(view),
      subject: w.subject,
      heading: w.heading,
      blocks: [text(w.given), account(view), paymentSlip(view)],
    };
  },

  'relief-approval': (view: MailView): MailContent => {
    const { reliefApproval: w, evidence, lookAndDecide } = view.words.claims;
    const relief = claimOf(view).proposedRelief;
    const asked = w[relief?.kind ?? 'waive'];
    return {
      subject: asked.subject,
      heading: w.heading,
      blocks: present(
        relief && text(asked.proposed(relief.by)),
        relief && facts([view.words.common.labels.why, relief.reason], [evidence, relief.evidence]),
        caseFacts(view),
        account(view),
      ),
      todo: w.todo,
      action: lookAndDecide,
    };
  },

  'claim-relieved': (view: MailView): MailContent => {
    const { relieved: w, seeClaim } = view.words.claims;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.given(view.institution.name)), account(view)],
      todo: w.todo,
      action: seeClaim,
    };
  },
} as const;

/** The entitlement line by line, and how the demand follows from it. */
function calculation(view: MailView, title: string): Block[] {
  const { settlement: recorded, claim } = view.mobility;
  if (!recorded) return [];
  const { assessment, working } = finalSettlement(view, recorded);
  const { common, claims: w } = view.words;
  return [
    workingOf(view, title, assessment),
    facts([common.labels.calculation, working], claim && [w.setOff, demandInWords(claim, view.language)]),
  ];
}

/** The claim with all that has come in and been given up, down to what is still open. */
function account(view: MailView): Block {
  const { account: w } = view.words.claims;
  const { amount, local, credits, waived, writtenOff, cancelled } = claimOf(view);
  const minus = (label: string, less: Money | undefined) => (less ? [{ label, amount: negate(less) }] : []);
  return {
    kind: 'amounts',
    title: w.title,
    lines: [
      { label: w.demanded, amount, working: w.inLocal(view.say.money(local)) },
      ...credits.map((credit) => ({
        label: w.received(view.say.date(credit.date)),
        amount: negate(credit.amount),
        working: view.say.money(credit.local),
      })),
      ...minus(w.waived, waived),
      ...minus(w.writtenOff, writtenOff),
      ...minus(w.cancelled, cancelled),
    ],
    total: { label: w.open, amount: restOf(claimOf(view)) },
  };
}

/** What a mail that asks for money has besides its words: to whom, what to do and by when. */
function toPay(view: MailView): Pick<MailContent, 'greet' | 'todo' | 'by' | 'action'> {
  const { demand, seeClaim } = view.words.claims;
  const { due } = claimOf(view);
  const by = datum(view, 'due') === undefined && due !== undefined ? view.say.date(due) : dueDate(view, 'due');
  return { greet: firstName(view), todo: demand.todo, ...deadline(by), action: seeClaim };
}
