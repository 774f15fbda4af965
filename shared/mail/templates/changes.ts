import { prolonged } from '../../mobility/decide/extension.ts';
import { effectOfInterruption } from '../../mobility/decide/interruption.ts';
import type { Extension } from '../../mobility/extension.ts';
import type { Interruption } from '../../mobility/interruption.ts';
import { facts, type MailContent, text } from '../content.ts';
import { oneLine } from '../format.ts';
import type { MailView } from '../language.ts';
import { agreed, caseFacts, firstName, fullName, instalmentsOf, present, stayFacts, workingOf } from './parts.ts';

/** Changes during the stay: a longer stay, an interruption. */
export const changes = {
  'extension-review': (view: MailView): MailContent => {
    const { mobility, institution, language, say, words } = view;
    const { extension: w } = words.changes;
    const { end, reason } = lastExtension(view);
    const then = prolonged(mobility, end, institution, language);
    const { agreement } = mobility;
    return {
      subject: w.subject(fullName(view), say.date(end)),
      heading: w.heading,
      blocks: present(
        text(w.asks),
        caseFacts(view),
        facts(
          [w.newEnd, say.date(end)],
          [words.common.labels.reason, oneLine(reason)],
          agreement && [w.amountNow, say.money(agreement.amount)],
          [w.amountThen, say.money(then.amount)],
          [w.more, say.money(then.more)],
        ),
        then.more.minor > 0 && workingOf(view, w.working, then.assessment),
      ),
      todo: w.todo,
      action: w.action,
    };
  },

  'extension-granted': (view: MailView): MailContent => {
    const { extensionGranted: w } = view.words.changes;
    const { say, mobility, words } = view;
    const amendment = mobility.agreement?.amendments?.at(-1);
    if (!amendment) throw new Error(`A mail on a longer stay was asked for, but ${mobility.id} has none.`);
    const { amount, before, end } = amendment;
    const same = amount.minor === before.amount.minor;
    return {
      subject: w.subject(say.date(end)),
      heading: w.heading(say.date(end)),
      greet: firstName(view),
      blocks: present(
        text(same ? w.unchanged : w.granted),
        stayFacts(view),
        !same && facts([w.before, say.money(before.amount)]),
        workingOf(view, w.amount, agreed(view)),
        instalmentsOf(view),
      ),
      todo: words.common.nothingNow,
      action: words.common.seeMoney,
    };
  },

  'extension-refused': (view: MailView): MailContent => {
    const { extensionRefused: w } = view.words.changes;
    const { mobility, say, words } = view;
    const { end, decision } = lastExtension(view);
    const agreedEnd = say.date(mobility.stay.planned.end);
    const isPaid = mobility.terms.settlement.extraDays === 'paid';
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: present(
        text(w.refused(say.date(end))),
        decision && !decision.granted && facts([words.common.labels.reason, oneLine(decision.answer)]),
        stayFacts(view),
        text(isPaid ? w.paid(agreedEnd) : w.unpaid(agreedEnd)),
      ),
      todo: words.common.ifWrong,
      action: words.common.seeMoney,
    };
  },

  'interruption-review': (view: MailView): MailContent => {
    const { interruption: w } = view.words.changes;
    const { mobility, say, words } = view;
    const { period, reason } = lastInterruption(view);
    const effect = effectOfInterruption(mobility, period);
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [
        text(w.reported),
        caseFacts(view),
        facts(
          [w.away, say.period(period)],
          [w.days, String(effect.days)],
          [words.common.labels.reason, oneLine(reason)],
          [w.without, say.money(effect.without.entitlement)],
          [w.with, say.money(effect.with.entitlement)],
        ),
      ],
      todo: w.todo,
      action: w.action,
    };
  },

  'interruption-decided': (view: MailView): MailContent => {
    const { interruptionDecided: w, interruption } = view.words.changes;
    const { mobility, say, words } = view;
    const { period, decision } = lastInterruption(view);
    const { days } = effectOfInterruption(mobility, period);
    const answer = decision?.confirmed === false ? decision.answer : undefined;
    return {
      subject: answer === undefined ? w.confirmedSubject : w.refusedSubject,
      heading: answer === undefined ? w.confirmedHeading : w.refusedHeading,
      greet: firstName(view),
      blocks: [
        text(answer === undefined ? w.confirmed(days) : w.refused),
        facts(
          [interruption.away, say.period(period)],
          answer === undefined ? undefined : [words.common.labels.reason, oneLine(answer)],
        ),
        stayFacts(view),
      ],
      todo: answer === undefined ? words.common.nothingNow : words.common.ifWrong,
      action: words.common.seeMoney,
    };
  },

  'green-claim-review': (view: MailView): MailContent => {
    const { greenReview: w } = view.words.changes;
    const { greenClaim } = view.mobility;
    const { test } = greenClaim ?? {};
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [
        text(w.claims),
        caseFacts(view),
        facts(
          test && [w.test, w.working(test.greenKm, test.totalKm, test.leastPercent)],
          greenClaim && [w.receipts, String(greenClaim.receipts.length)],
        ),
      ],
      todo: w.todo,
      action: w.action,
    };
  },

  'green-claim-decided': (view: MailView): MailContent => {
    const { greenDecided: w } = view.words.changes;
    const { words, mobility } = view;
    const { accepted = false, answer } = mobility.greenClaim?.decision ?? {};
    const subject = accepted ? w.acceptedSubject : w.refusedSubject;
    return {
      subject,
      heading: subject,
      greet: firstName(view),
      blocks: present(
        text(accepted ? w.accepted : w.refused),
        answer !== undefined && facts([words.common.labels.reason, oneLine(answer)]),
        stayFacts(view),
      ),
      todo: accepted ? words.common.nothingNow : words.common.ifWrong,
      action: words.common.seeMoney,
    };
  },
} as const;

function lastInterruption({ mobility }: MailView): Interruption {
  const last = mobility.interruptions?.at(-1);
  if (!last) throw new Error(`A mail on an interruption was asked for, but ${mobility.id} has none.`);
  return last;
}

function lastExtension({ mobility }: MailView): Extension {
  const last = mobility.extensions?.at(-1);
  if (!last) throw new Error(`A mail on a longer stay was asked for, but ${mobility.id} has none.`);
  return last;
}
