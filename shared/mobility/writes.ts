import type { Instant } from '../calendar/clock.ts';
import { appendTransfers } from '../ledger/items.ts';
import { deliveryWrites } from '../mail/record.ts';
import { onFileWrites } from '../people/on-file.ts';
import { change } from '../store/change.ts';
import {
  budgetKey,
  caseKey,
  documentKey,
  documentOutboxKey,
  documentQueue,
  dueQueue,
  eventKey,
  kidKey,
  mailKey,
  outboxKey,
  outboxQueue,
  paymentKey,
  payQueue,
  phaseKey,
  rankingKey,
  stayKey,
  taskKey,
  waitingKey,
  workSort,
} from '../store/keys.ts';
import type { Write } from '../store/port.ts';
import type { Mobility } from './case.ts';
import type { Decision, RecordChange } from './decision.ts';
import type {
  BudgetItem,
  CaseItem,
  DocumentItem,
  DocumentOutboxItem,
  KidItem,
  OutboxItem,
  PaymentItem,
} from './records.ts';
import { taskItem } from './tasks.ts';
import { termsFingerprint, termsItem } from './terms.ts';
import type { WaitingItem } from './waiting-list.ts';

/**
 * All writes of one decision, with what each expects. `base` is the version that was decided on (0: the case is new).
 * The case itself stands in the due queue under its earliest deadline; effects stand in the outbox queue until delivered.
 */
export function writesOf(decision: Decision, base: number): readonly Write[] {
  const { at, mobility, events, transfers, effects, records } = decision;
  const { institution, id, version } = mobility;
  let all = change().with([]);
  const item = change().put('cases', caseItem(mobility));
  all = all.with((base === 0 ? item.expectAbsent() : item.expectVersion(base)).writes);
  // The same rules are the same record, so writing them again changes nothing.
  if (base === 0) all = all.put('cases', termsItem(institution, mobility.terms));
  // Where its participant is found again, who has lost the link.
  if (base === 0 || events.some(({ type }) => type === 'AddressCorrected')) all = all.with(onFileWrites(mobility));
  events.forEach((event, n) => {
    all = all.put('cases', { ...eventKey(institution, id, version, n), event } as CaseEventItem).expectAbsent();
  });
  effects.forEach((effect, n) => {
    const effectId = `${String(version).padStart(6, '0')}-${n}`;
    const outbox: OutboxItem = {
      ...outboxKey(institution, id, effectId),
      id: effectId,
      institution,
      mobility: id,
      effect,
      workPk: outboxQueue(institution),
      workSk: workSort(at, `${id}-${effectId}`),
    };
    all = all.put('cases', outbox).expectAbsent();
  });
  all = all.with(appendTransfers(transfers));
  for (const record of records) all = all.with(recordWrites(mobility, record, decision.at));
  return all.writes;
}

type CaseEventItem = ReturnType<typeof eventKey> & { readonly event: Decision['events'][number] };

function caseItem({ terms, ...mobility }: Mobility): CaseItem {
  const { institution, id, version, state } = mobility;
  const next = mobility.deadlines[0];
  const queued = next ? { workPk: dueQueue(institution), workSk: workSort(next.at, id) } : {};
  return { ...caseKey(institution, id), version, state, mobility, terms: termsFingerprint(terms), ...queued };
}

function recordWrites(mobility: Mobility, record: RecordChange, at: Instant): readonly Write[] {
  const { institution, id } = mobility;
  switch (record.record) {
    case 'phase-started':
      return change()
        .put('cases', phaseKey(institution, id, record.phase, record.attempt))
        .expectAbsent().writes;
    case 'stay-taken':
      return change().put('cases', stayKey(institution, record.stay)).expectAbsent().writes;
    case 'budget': {
      const update = change().update(budgetKey(institution, record.call, record.tranche), {
        add: { available: -record.reserve, reserved: record.reserve },
      });
      return record.mustFit ? update.expectAtLeast('available', record.reserve).writes : update.writes;
    }
    case 'waiting':
      return change().put('cases', waitingItem(mobility, record.state)).writes;
    case 'round-joined':
      return change()
        .update(rankingKey(institution, record.call, record.round), { add: { version: 1 } })
        .expectState('open').writes;
    case 'payment-new': {
      const { payment } = record;
      const item: PaymentItem = {
        ...paymentKey(institution, payment.transfer.endToEndId),
        ...payment,
        ...(payment.cutOff
          ? {
              state: 'ready',
              workPk: payQueue(institution),
              workSk: workSort(payment.cutOff, payment.transfer.endToEndId),
            }
          : { state: 'held' }),
      };
      return change().put('cases', item).expectAbsent().writes;
    }
    case 'payment-ready':
      return change()
        .update(paymentKey(institution, record.id), {
          set: {
            state: 'ready',
            cutOff: record.cutOff,
            workPk: payQueue(institution),
            workSk: workSort(record.cutOff, record.id),
          },
        })
        .expectState('held').writes;
    case 'payment-held':
      return change()
        .update(paymentKey(institution, record.id), { set: { state: 'held' }, remove: ['cutOff', 'workPk', 'workSk'] })
        .expectState('ready').writes;
    case 'payment-cancelled': {
      // A payment that a batch has taken in the meantime cannot be cancelled any more: the whole decision fails and is
      // made again on the case as the batch left it.
      return change()
        .update(paymentKey(institution, record.id), { set: { state: 'cancelled' }, remove: ['workPk', 'workSk'] })
        .expectState(record.from).writes;
    }
    case 'kid':
      return change().put('cases', { ...kidKey(institution, record.kid), mobility: id } as KidItem).writes;
    case 'document': {
      const { id: document, content } = record.document;
      const item: DocumentItem = { ...documentKey(institution, id, document), content };
      const outbox: DocumentOutboxItem = {
        ...documentOutboxKey(institution, id, document),
        id: document,
        institution,
        mobility: id,
        effect: { type: 'render-document' },
        workPk: documentQueue(institution),
        workSk: workSort(at, `${id}-${document}`),
      };
      return change().put('cases', item).expectAbsent().put('cases', outbox).expectAbsent().writes;
    }
    case 'delivery':
      return deliveryWrites(mailKey(institution, id, record.mail), record.version, record.delivery);
    case 'task-done':
      return change().update(taskKey(institution, record.id), { set: { state: 'done' }, remove: ['workPk', 'workSk'] })
        .writes;
    case 'task':
      return change().put('cases', taskItem(institution, { id: record.id, kind: record.kind, data: record.data, at }))
        .writes;
  }
}

function waitingItem(
  { institution, id, stay, appliedAt, ...rest }: Mobility,
  state: WaitingItem['state'],
): WaitingItem {
  return {
    ...waitingKey(institution, stay.call, appliedAt, id),
    mobility: id,
    appliedAt,
    amount: rest.assessment.total.minor,
    points: rest.approval?.points ?? 0,
    earlierDays: Number(stay.facts.previousFundedDays ?? 0),
    state,
    ...(rest.ranking ? { round: rest.ranking.round } : {}),
  };
}

/** The budget record of a tranche, as it is first written, or when so much of it is given away already; in cents. */
export function newBudget(institution: string, call: string, tranche: string, total: number, reserved = 0): BudgetItem {
  return { ...budgetKey(institution, call, tranche), available: total - reserved, reserved, total, version: 1 };
}
