import type { Decision, Outcome } from '../mobility/decision.ts';
import type { Institution } from '../rulebook/types.ts';
import { agreementContent } from './agreement.ts';
import type { DocumentContent, DocumentKind, IssuedDocument } from './content.ts';
import { paymentAdvice } from './payment-advice.ts';
import { repaymentDemand } from './repayment-demand.ts';
import { repaymentPlan } from './repayment-plan.ts';
import { settlementStatement } from './settlement-statement.ts';
import { type DocumentView, documentView } from './view.ts';
import { documentWith } from './with-mail.ts';

const writers: Readonly<Record<DocumentKind, (view: DocumentView) => DocumentContent>> = {
  agreement: agreementContent,
  'payment-advice': paymentAdvice,
  'settlement-statement': settlementStatement,
  'repayment-demand': repaymentDemand,
  'repayment-plan': repaymentPlan,
};

/** The decision with the documents that it gives the participant, which are written in the same transaction. */
export function withDocuments(outcome: Outcome, institution: Institution): Outcome {
  if (outcome.kind !== 'decided') return outcome;
  const { decision } = outcome;
  const documents = documentsOf(decision, institution);
  if (documents.length === 0) return outcome;
  const records = documents.map((document) => ({ record: 'document', document }) as const);
  return { kind: 'decided', decision: { ...decision, records: [...decision.records, ...records] } };
}

/** The documents of a decision. Ids are the case's version and a place, so that a case never has two of one id. */
export function documentsOf(decision: Decision, institution: Institution): readonly IssuedDocument[] {
  const { mobility, at, effects } = decision;
  const documents: IssuedDocument[] = [];
  for (const effect of effects) {
    const kind = effect.type === 'mail' ? documentWith[effect.template] : undefined;
    if (effect.type !== 'mail' || kind === undefined) continue;
    const id = `${String(mobility.version).padStart(6, '0')}-${documents.length}`;
    const view = aboutPayment(documentView(mobility, institution, at), effect.data.payment);
    documents.push({ id, content: writers[kind](view) });
  }
  return documents;
}

function aboutPayment(view: DocumentView, id: string | number | undefined): DocumentView {
  const payment = view.mobility.payments.find((candidate) => candidate.id === id);
  return payment ? { ...view, payment } : view;
}
