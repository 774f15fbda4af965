import { kept } from '../mobility/balance.ts';
import type { Payment } from '../mobility/case.ts';
import { type Money, subtract, sum, zero } from '../money/money.ts';
import {
  type AmountRow,
  type DocumentBlock,
  type DocumentContent,
  type FactRow,
  facts,
  present,
  text,
} from './content.ts';
import { accountOf, agreementOf, converted, frame, inLocal, rateSentence, workingTable } from './parts.ts';
import type { DocumentView } from './view.ts';
import { agreedAssessment, finalSettlement } from './workings.ts';

/** What the bank has paid: this payment, the rate it was paid at, and where the grant stands after it. */
export function paymentAdvice(view: DocumentView): DocumentContent {
  const { words, say } = view;
  const { advice: w, labels } = words;
  const payment = paymentOf(view);
  const { exchange } = agreementOf(view);
  const rate = rateSentence(view, exchange);
  const what = payment.purpose === 'balance' ? w.rest : w.first;
  const day = say.date(payment.bookedOn ?? view.at);
  return {
    ...frame(view, 'payment-advice', w.title, w.lead(what, day)),
    sections: [
      {
        heading: w.thisPayment,
        blocks: [
          facts(
            ...present<FactRow>(
              [labels.amount, converted(view, payment.amount, payment.local, exchange)],
              rate !== undefined && [labels.rate, `${rate} ${words.rateStays}`],
              [labels.account, accountOf(view, payment.account)],
              [labels.paidOn, day],
              [labels.payment, payment.id],
            ),
          ),
          text(w.check),
        ],
      },
      { heading: w.soFar, blocks: [standing(view, payment)] },
      grant(view),
    ],
  };
}

function paymentOf({ payment, mobility }: DocumentView): Payment {
  if (!payment) throw new Error(`A payment advice of ${mobility.id} was asked for, but no payment was named.`);
  return payment;
}

/** What was awarded, or settled, and how it is worked out. */
function grant(view: DocumentView): DocumentContent['sections'][number] {
  const { mobility, words } = view;
  const { advice: w } = words;
  const { settlement } = mobility;
  const assessment = settlement
    ? finalSettlement(view, settlement).assessment
    : agreedAssessment(view, agreementOf(view).assessment);
  const heading = settlement ? w.grantFinal : w.grantAgreed;
  return { heading, blocks: [workingTable(view, words.howWorkedOut, assessment)] };
}

/** Paid before + this payment + still to come = the grant. */
function standing(view: DocumentView, payment: Payment): DocumentBlock {
  const { mobility, words, say } = view;
  const { advice: w } = words;
  const { exchange, amount: agreed } = agreementOf(view);
  const due = mobility.settlement?.entitlement ?? agreed;
  const has = kept(mobility);
  const before = subtract(has, payment.amount);
  const left = subtract(due, has);
  const row = (label: string, amount: Money, working?: string): AmountRow => ({
    label,
    amount,
    ...inLocal(amount, exchange),
    ...(working === undefined ? {} : { working }),
  });
  const rows = present<AmountRow>(
    before.minor !== 0 && row(w.paidBefore, before),
    {
      ...row(w.thisPayment, payment.amount, converted(view, payment.amount, payment.local, exchange)),
      ...own(payment),
    },
    left.minor > 0 && row(w.stillToCome, left, `${say.money(due)} − ${say.money(has)} = ${say.money(left)}`),
  );
  const total = sum(
    rows.map(({ amount }) => amount),
    zero('EUR').currency,
  );
  const label = mobility.settlement ? w.grantFinal : w.grantAgreed;
  return {
    kind: 'amounts',
    title: w.soFar,
    rows,
    total: { label: left.minor < 0 ? words.total : label, amount: total },
  };
}

/** The amount that the bank paid, as it was instructed. */
const own = ({ amount, local }: Payment): { readonly local?: Money } =>
  local.currency === amount.currency ? {} : { local };
