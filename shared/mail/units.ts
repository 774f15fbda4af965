import { formatAccount } from '../payments/accounts.ts';
import { bankReason } from '../payments/reasons.ts';
import { type Block, type MailContent, text } from './content.ts';
import type { AnyTemplate, MailView } from './language.ts';
import { datum, dueDate, paymentOf } from './templates/parts.ts';
import { type UnitWords, unitWords } from './words/units.ts';

/**
 * A mail in the words of an institution that pays its units by vouchers: cost centre instead of account, finance system
 * instead of bank. Amounts, workings and dates stay as the usual mail has them.
 */
export function forUnit(template: AnyTemplate, content: MailContent, view: MailView): MailContent {
  if (!('costCentre' in view.mobility.participant.account)) return content;
  const words = unitWords[view.language];
  const change = changes[template];
  const changed = change ? change(content, words, view) : content;
  return { ...changed, blocks: changed.blocks.map((block) => withUnit(block, words, view)) };
}

type Change = (content: MailContent, words: UnitWords, view: MailView) => MailContent;

const changes: Readonly<Partial<Record<AnyTemplate, Change>>> = {
  'payment-instructed': (content, { instructed }) => ({
    ...saying(content, instructed.text),
    heading: instructed.heading,
    todo: instructed.todo,
  }),
  'payment-booked': (content, { booked, nothing }, view) => {
    const { local, bookedOn } = paymentOf(view);
    return {
      ...saying(content, booked.text(bookedOn && view.say.date(bookedOn))),
      subject: booked.subject(view.say.money(local)),
      heading: booked.heading,
      todo: nothing,
    };
  },
  'account-needed': (content, { needed }, view) => {
    const reason = paymentOf(view).reason ?? datum(view, 'reason') ?? '';
    const why = view.language === 'en' ? bankReason(reason, true) : reason;
    const { subject, heading, todo, action } = needed;
    return { ...saying(content, needed.text(why)), subject, heading, todo, action };
  },
  'account-approval': (content, { approval }) => ({ ...content, subject: approval.heading, ...approval }),
  'account-approved': (content, { approved, nothing }) => ({
    ...saying(content, approved.text),
    subject: approved.heading,
    heading: approved.heading,
    todo: nothing,
  }),
  'account-refused': (content, { refused }) => ({ ...content, subject: refused.heading, ...refused }),
  'bank-silent': (content, { silent }) => ({
    ...saying(content, silent.text),
    subject: `${silent.heading}`,
    heading: silent.heading,
    todo: silent.todo,
  }),
  'demand-approval': (content, { demand }, view) => ({
    ...saying(content, demand.text),
    subject: demand.subject(view.say.money(view.mobility.claim?.amount ?? { minor: 0, currency: 'EUR' })),
    heading: demand.heading,
    todo: demand.todo,
  }),
  'settlement-statement': (content, words, view) => {
    const { settlement } = view.mobility;
    if (!settlement || settlement.outcome === 'settled') return content;
    const payBy = dueDate(view, 'payBy', 'balance-duty');
    const usual = view.words.settlement[settlement.outcome].next(payBy);
    const { recovery, nothing } = words;
    const next = settlement.outcome === 'recovery' ? recovery.next : words.next(payBy);
    const blocks = content.blocks.map((block) => (block.kind === 'text' && block.text === usual ? text(next) : block));
    if (settlement.outcome === 'balance') return { ...content, blocks };
    const amount = view.say.money(settlement.amount);
    return { ...content, blocks, subject: recovery.subject(amount), heading: recovery.heading(amount), todo: nothing };
  },
  'case-closed': (content, { paidToUnit, takenBack }, view) => {
    const { paid, repaid } = view.words.settlement.account;
    const names = new Map([
      [paid, paidToUnit],
      [repaid, takenBack],
    ]);
    const blocks = content.blocks.map((block): Block => {
      if (block.kind !== 'amounts') return block;
      return { ...block, lines: block.lines.map((line) => ({ ...line, label: names.get(line.label) ?? line.label })) };
    });
    return { ...content, blocks };
  },
};

/** With this as what the mail says first. */
function saying(content: MailContent, first: string): MailContent {
  const at = content.blocks.findIndex(({ kind }) => kind === 'text');
  if (at === -1) return { ...content, blocks: [text(first), ...content.blocks] };
  return { ...content, blocks: content.blocks.with(at, text(first)) };
}

/** A cost centre stands under its own name. */
function withUnit(block: Block, { toUnit }: UnitWords, { mobility }: MailView): Block {
  if (block.kind !== 'facts') return block;
  const accounts = [mobility.participant.account, ...mobility.payments.map(({ account }) => account)];
  const written = new Set(accounts.map(formatAccount));
  return { ...block, rows: block.rows.map(([label, value]) => [written.has(value) ? toUnit : label, value] as const) };
}
