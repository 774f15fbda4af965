import { nextPart, planOf } from '../../claims/instalments.ts';
import { finalSettlement } from '../../documents/workings.ts';
import { bankReason } from '../../language/bank-reasons.ts';
import type { Correction, ReturnPayment } from '../../mobility/case.ts';
import { type Block, facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { claimOf, howToPay, openAmount } from './claim-parts.ts';
import {
  caseFacts,
  datum,
  deadline,
  dueDate,
  firstName,
  fullName,
  maskedAccount,
  present,
  workingOf,
} from './parts.ts';

/** What a claim goes through besides being paid: parts, objection, collection by others, correction, over-payment. */
export const claimTurns = {
  'instalments-asked': (view: MailView): MailContent => {
    const { asked: w } = view.words.claimTurns;
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [
        text(w.cannot),
        caseFacts(view),
        facts([w.open, view.say.money(openAmount(view))], [w.wish, claimOf(view).askedForParts?.wish ?? w.answered]),
      ],
      todo: w.todo,
      action: view.words.claims.decide,
    };
  },

  'instalments-refused': (view: MailView): MailContent => {
    const { claimTurns, claims } = view.words;
    const { refused: w } = claimTurns;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(claimOf(view).refusedParts?.answer ?? w.answer), howToPay(view, openAmount(view))],
      todo: claims.payAsAbove,
      ...dueBy(view),
      action: claims.seeClaim,
    };
  },

  'instalments-agreed': (view: MailView): MailContent => {
    const { agreed: w } = view.words.claimTurns;
    const claim = claimOf(view);
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [
        text(w.agreed),
        facts(...planOf(claim).map(({ due, local }) => [view.say.date(due), view.say.money(local)] as const)),
        howToPay(view, nextPart(claim)?.open ?? openAmount(view)),
      ],
      todo: w.todo,
      ...dueBy(view),
      action: w.action,
    };
  },

  'instalment-missed': (view: MailView): MailContent => {
    const { missed: w } = view.words.claimTurns;
    const part = datum(view, 'part');
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.ended(part && view.say.date(part))), howToPay(view, openAmount(view))],
      todo: w.todo,
      ...dueBy(view),
      action: view.words.claims.seeClaim,
    };
  },

  'objection-review': (view: MailView): MailContent => {
    const { objection: w } = view.words.claimTurns;
    const { amount, objection } = claimOf(view);
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [
        text(w.rests),
        caseFacts(view),
        facts([w.demanded, view.say.money(amount)], [w.objection, objection?.reason ?? '']),
      ],
      todo: w.todo,
      action: view.words.claims.lookAndDecide,
    };
  },

  'objection-decided': (view: MailView): MailContent => {
    const { claimTurns, claims, common } = view.words;
    const upheld = datum(view, 'decision') === 'upheld';
    const due = upheld ? undefined : datum(view, 'due');
    const w = upheld ? claimTurns.upheld : claimTurns.dismissed;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: present(
        text(claimOf(view).objection?.answer ?? claimTurns.decided),
        upheld && text(claimTurns.upheld.next),
        due !== undefined && howToPay(view, openAmount(view)),
      ),
      todo: due === undefined ? common.nothing : claims.payAsAbove,
      ...deadline(due && view.say.date(due)),
      action: claims.seeClaim,
    };
  },

  'claim-handed-over': (view: MailView): MailContent => {
    const { handedOver: w } = view.words.claimTurns;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.to(view.institution.name, claimOf(view).collection?.agency)), howToPay(view, openAmount(view))],
      todo: w.todo,
      action: view.words.claims.seeClaim,
    };
  },

  'settlement-copy': (view: MailView): MailContent => {
    const { copy: w } = view.words.claimTurns;
    const { settlement: recorded, confirmed } = view.mobility;
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [
        text(w.yours),
        caseFacts(view),
        facts(
          [w.dates, confirmed?.period ? view.say.period(confirmed.period) : w.noDay],
          confirmed?.by === 'participant' ? [w.saidBy, w.participantSaid] : undefined,
          recorded && [view.words.common.labels.calculation, finalSettlement(view, recorded).working],
        ),
      ],
      todo: w.todo,
      action: w.action,
    };
  },

  'correction-approval': (view: MailView): MailContent => {
    const { correction: w } = view.words.claimTurns;
    const { proposedCorrection, settlement: recorded } = view.mobility;
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: present(
        text(w.rests),
        caseFacts(view),
        proposedCorrection && correctionFacts(view, proposedCorrection),
        recorded && workingOf(view, w.soFar, finalSettlement(view, recorded).assessment),
      ),
      todo: w.todo,
      action: view.words.claims.lookAndDecide,
    };
  },

  'return-approval': (view: MailView): MailContent => {
    const { returning: w } = view.words.claimTurns;
    const { local, payeeName, account, to } = returnOf(view);
    return {
      subject: w.subject(view.say.money(local)),
      heading: w.heading,
      blocks: [
        text(w.notOurs),
        caseFacts(view),
        facts(
          [w.amount, view.say.money(local)],
          [w.to, payeeName],
          [w.account, maskedAccount(view, account)],
          to === 'payer' ? undefined : [w.whose, w.participants],
        ),
      ],
      todo: w.todo,
      action: w.action,
    };
  },

  'overpayment-received': (view: MailView): MailContent => {
    const { overpaid, cannotReturn } = view.words.claimTurns;
    const { local, to } = returnOf(view);
    const amount = view.say.money(local);
    const failed = datum(view, 'failed');
    if (failed === undefined) {
      return {
        subject: overpaid.subject(amount),
        heading: overpaid.heading,
        greet: firstName(view),
        blocks: [text(overpaid.returned(amount, to === 'payer'))],
        todo: view.words.common.nothing,
        action: overpaid.action,
      };
    }
    return {
      subject: cannotReturn.subject,
      heading: cannotReturn.heading,
      greet: firstName(view),
      blocks: [text(cannotReturn.why(amount, bankReason(failed, view.language)))],
      todo: cannotReturn.todo,
      action: cannotReturn.action,
    };
  },
} as const;

/** The return that the mail is about. */
function returnOf(view: MailView): ReturnPayment {
  const id = datum(view, 'payment');
  const { returns = [], id: mobility } = view.mobility;
  const found = id === undefined ? returns.at(-1) : returns.find((back) => back.id === id);
  if (!found) throw new Error(`A mail about a return of ${mobility} was asked for, but the case has no such payment.`);
  return found;
}

function correctionFacts(view: MailView, { dates, forceMajeure, reason, evidence, by }: Correction): Block {
  const { claimTurns, claims, common } = view.words;
  const { correction: w } = claimTurns;
  return facts(
    [w.newDates, typeof dates === 'string' ? w.shown[dates] : view.say.period(dates)],
    forceMajeure === undefined ? undefined : [w.forceMajeure, forceMajeure],
    [common.labels.why, reason],
    [claims.evidence, evidence],
    [w.proposedBy, by],
  );
}

/** The day in the data, else that of the claim. */
function dueBy(view: MailView): { readonly by?: string } {
  const { due } = claimOf(view);
  return deadline(dueDate(view, 'due') ?? (due && view.say.date(due)));
}
