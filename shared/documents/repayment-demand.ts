import { demandInWords } from '../claims/words.ts';
import { add, negate } from '../money/money.ts';
import { type DocumentBlock, type DocumentContent, facts, present, text } from './content.ts';
import { keptRows } from './kept.ts';
import { agreementOf, converted, frame, payInRows, rateSentence, workingTable } from './parts.ts';
import type { DocumentView } from './view.ts';
import { finalSettlement } from './workings.ts';

/** The letter that demands money back: why, how much with its working, and how to pay. */
export function repaymentDemand(view: DocumentView): DocumentContent {
  const { mobility, institution, words, say } = view;
  const { demand: w, labels } = words;
  const { claim, settlement } = mobility;
  if (!claim) throw new Error(`A demand of ${mobility.id} was asked for, but it has no claim.`);
  const { exchange } = agreementOf(view);
  const rate = rateSentence(view, exchange);
  const settled = settlement && finalSettlement(view, settlement);
  const due = say.date(claim.due ?? view.at);
  return {
    ...frame(view, 'repayment-demand', w.title, w.lead(say.money(claim.local), due)),
    sections: present(
      {
        heading: w.claim,
        blocks: present(text(w.why), claimTable(view), text(demandInWords(claim, view.language)), text(w.noInterest)),
      },
      {
        heading: w.howToPay,
        blocks: [
          facts(
            [labels.amount, say.money(claim.local)],
            ...payInRows(view, claim),
            [labels.due, due],
            rate === undefined ? undefined : [labels.rate, rate],
          ),
          text(w.inParts),
          text(w.illness),
          text(w.object(institution.contacts.office.email)),
        ],
      },
      settled && {
        heading: w.entitled,
        blocks: [
          workingTable(view, words.howWorkedOut, settled.assessment),
          facts([labels.calculation, settled.working]),
        ],
      },
    ),
  };
}

/** What the participant had kept − entitlement = demanded; what was kept follows from the claim. */
function claimTable(view: DocumentView): DocumentBlock {
  const { mobility, words, say } = view;
  const { demand: w } = words;
  const { claim, settlement } = mobility;
  const { exchange } = agreementOf(view);
  if (!claim || !settlement) return text(w.why);
  const { entitlement } = settlement;
  const kept = add(entitlement, claim.amount);
  const equation = `${say.money(kept)} − ${say.money(entitlement)} = ${say.money(claim.amount)}`;
  // What has come in on this demand already, counts on it and not before it.
  const { claim: _this, ...before } = mobility;
  const total = { label: w.back, amount: claim.amount };
  return {
    kind: 'amounts',
    title: w.claim,
    rows: [...keptRows(view, before, kept), { label: w.entitlement, amount: negate(entitlement), working: equation }],
    total: claim.local.currency === claim.amount.currency ? total : { ...total, local: claim.local },
    ...(claim.local.currency === claim.amount.currency
      ? {}
      : { footnote: converted(view, claim.amount, claim.local, exchange) }),
  };
}
