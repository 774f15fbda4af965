import type { Money } from '../money/money.ts';

/** One printed line of an amount: what, how much, how it is worked out and where the rule stands. */
export interface AmountLine {
  readonly label: string;
  readonly amount: Money;
  readonly working?: string;
  readonly source?: string;
}

/** A part of a mail. The two layouts (html.ts, text.ts) print the same parts, so that both bodies say the same. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** Amounts with their working; `total` is their sum. */
  | {
      readonly kind: 'amounts';
      readonly title: string;
      readonly lines: readonly AmountLine[];
      readonly total?: { readonly label: string; readonly amount: Money };
      /** Beneath all: which rules it was worked out by. */
      readonly footnote?: string;
    }
  | {
      readonly kind: 'facts';
      readonly title?: string;
      readonly rows: readonly (readonly [label: string, value: string])[];
    }
  | { readonly kind: 'list'; readonly title?: string; readonly items: readonly string[] }
  /** The one-time code, large. */
  | { readonly kind: 'code'; readonly code: string };

/** One mail as content, before it becomes HTML and text. */
export interface MailContent {
  readonly subject: string;
  readonly heading: string;
  /** Absent for mails to an office, which greet nobody. */
  readonly greet?: string;
  /** What happened, with the amount and its working. */
  readonly blocks: readonly Block[];
  /** What the reader is asked to do; absent: nothing. */
  readonly todo?: string;
  /** Until when, already written as a date or moment. */
  readonly by?: string;
  /** Label of the one link; ignored when the mail carries none. */
  readonly action?: string;
}

export const text = (line: string): Block => ({ kind: 'text', text: line });

type FactRow = readonly [label: string, value: string];

/** Rows that are there, under a title where the first argument is one. */
export function facts(...given: readonly (string | FactRow | undefined)[]): Block {
  const [first, ...others] = given;
  const rows = (typeof first === 'string' ? others : given).filter((row): row is FactRow => typeof row === 'object');
  return { kind: 'facts', ...(typeof first === 'string' ? { title: first } : {}), rows };
}
