import type { Instant } from '../calendar/clock.ts';
import type { Money } from '../money/money.ts';
import type { Language } from '../rulebook/types.ts';

/** What a person gets to keep. */
export type DocumentKind =
  | 'agreement'
  | 'payment-advice'
  | 'settlement-statement'
  | 'repayment-demand'
  | 'repayment-plan';

/** One line of an amount: what, how much, how it is worked out and where the rule stands. */
export interface AmountRow {
  readonly label: string;
  readonly working?: string;
  readonly source?: string;
  readonly amount: Money;
  /** The same in local currency, beneath the amount. */
  readonly local?: Money;
}

/** An item of a list: a sentence, perhaps its source, perhaps items beneath it. */
export interface ListItem {
  readonly text: string;
  readonly source?: string;
  /** It stands in the rulebook in this language only, which is not the document's. */
  readonly language?: Language;
  readonly items?: readonly ListItem[];
}

export type FactRow = readonly [label: string, value: string];

/** A part of a section. The page (functions/pages) and the file (pdf/) print the same parts. */
export type DocumentBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | {
      readonly kind: 'amounts';
      readonly title: string;
      /** What the middle column says, where it is not how the amount is worked out. */
      readonly workingHead?: string;
      readonly rows: readonly AmountRow[];
      /** The sum of the rows. */
      readonly total: { readonly label: string; readonly amount: Money; readonly local?: Money };
      readonly footnote?: string;
    }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
}

/**
 * A document as it was issued: words and amounts in the participant's language, everything that the file prints. Plain
 * data, so that it is stored with the decision that issued it and stays what it was, whatever becomes of rules and words.
 */
export interface DocumentContent {
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly issuedAt: Instant;
  readonly title: string;
  /** Who writes: on top of the first page. */
  readonly letterhead: {
    readonly institution: string;
    readonly place: string;
    readonly programme: string;
    readonly office: string;
    readonly email: string;
  };
  /** Beside the addressee: reference, date and the like. */
  readonly head: readonly FactRow[];
  readonly to: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  /** At the foot of every page; `{page}` and `{pages}` stand for the numbers. */
  readonly foot: { readonly left: string; readonly page: string };
  /** Words of the layout itself, for column heads and screen readers. */
  readonly columns: { readonly what: string; readonly working: string; readonly amount: string };
  readonly sourceWord: string;
}

/** A document with its id, which is unique within the case and part of its file's name. */
export interface IssuedDocument {
  readonly id: string;
  readonly content: DocumentContent;
}

export const text = (sentence: string): DocumentBlock => ({ kind: 'text', text: sentence });

/** Labels and values; what is left out is undefined. */
export const facts = (...rows: readonly (FactRow | undefined)[]): DocumentBlock => ({
  kind: 'facts',
  rows: rows.filter((row) => row !== undefined),
});

/** Puts only what is there into a list. */
export const present = <T>(...parts: readonly (T | undefined | false)[]): T[] =>
  parts.filter((part): part is T => part !== undefined && part !== false);
