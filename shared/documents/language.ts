import type { Language } from '../rulebook/types.ts';
import { en } from './words/en.ts';
import { nb } from './words/nb.ts';
import { nl } from './words/nl.ts';
import { nn } from './words/nn.ts';

/** The documents' own words in one language; workings come from shared/grant, dates and names of lines from shared/language. */
export interface DocumentWords {
  readonly programme: string;
  readonly page: string;
  readonly rules: (version: string) => string;
  readonly columns: { readonly what: string; readonly working: string; readonly amount: string };
  readonly source: string;
  readonly total: string;
  readonly labels: {
    readonly agreement: string;
    readonly reference: string;
    readonly issued: string;
    readonly institution: string;
    readonly participant: string;
    readonly project: string;
    readonly host: string;
    readonly period: string;
    readonly planned: string;
    readonly confirmed: string;
    readonly days: string;
    readonly account: string;
    readonly rate: string;
    readonly payment: string;
    readonly paidOn: string;
    readonly amount: string;
    readonly due: string;
    readonly kid: string;
    readonly payTo: string;
    readonly calculation: string;
  };
  readonly funded: (days: number, months: string) => string;
  readonly costCentre: (number: string, unit: string) => string;
  readonly rate: (rate: string, currency: string, date: string, evidence: string) => string;
  readonly rateStays: string;
  readonly converted: (amount: string, rate: string, local: string) => string;
  readonly howWorkedOut: string;
  readonly agreement: {
    readonly title: string;
    readonly leadOpen: string;
    readonly leadSigned: string;
    readonly parties: string;
    readonly stay: string;
    readonly amount: string;
    readonly payment: string;
    readonly conditions: string;
    readonly signatures: string;
    readonly signedFor: string;
    readonly signedBy: string;
    readonly withCode: (moment: string) => string;
    readonly notYet: string;
    readonly rulesOf: (date: string) => string;
    readonly howPaid: string;
    readonly whenPaid: string;
    readonly firstPart: string;
    readonly firstPartWithin: (days: number) => string;
    readonly theRest: string;
    readonly theRestWithin: (days: number) => string;
    readonly calculatedAnew: string;
    readonly belowNothing: (days: number) => string;
    readonly belowCounted: (days: number) => string;
    readonly shorter: string;
    readonly shorterBy: (days: number) => string;
    readonly longerPaid: string;
    readonly longerUnpaid: string;
    readonly illness: string;
    readonly amendments: string;
    readonly amendedAbove: string;
    readonly laterEnd: (from: string, to: string) => string;
    readonly sameAmount: string;
    readonly otherAmount: (from: string, to: string) => string;
    readonly amendedBy: (asked: string, by: string, granted: string) => string;
    readonly repayment: (days: number) => string;
    readonly duties: string;
  };
  readonly advice: {
    readonly title: string;
    readonly lead: (what: string, date: string) => string;
    readonly first: string;
    readonly rest: string;
    readonly thisPayment: string;
    readonly grantAgreed: string;
    readonly grantFinal: string;
    readonly soFar: string;
    readonly paidBefore: string;
    readonly stillToCome: string;
    readonly check: string;
  };
  readonly statement: {
    readonly title: string;
    readonly leads: { readonly balance: string; readonly settled: string; readonly recovery: string };
    readonly stay: string;
    readonly nothingConfirmed: string;
    readonly entitlement: string;
    readonly entitled: string;
    readonly result: string;
    readonly outcomes: { readonly balance: string; readonly settled: string; readonly recovery: string };
    readonly next: { readonly balance: string; readonly settled: string; readonly recovery: string };
    readonly within: (days: number) => string;
    readonly wrong: string;
    readonly daysOf: {
      readonly calculated: string;
      readonly interruption: string;
      readonly travel: string;
      readonly nonFunded: string;
      readonly funded: string;
    };
  };
  readonly demand: {
    readonly title: string;
    readonly lead: (local: string, due: string) => string;
    readonly why: string;
    readonly entitled: string;
    readonly claim: string;
    readonly entitlement: string;
    readonly back: string;
    readonly howToPay: string;
    readonly inParts: string;
    readonly noInterest: string;
    readonly illness: string;
    readonly object: (email: string) => string;
  };
  /** What was paid and what is kept of it. */
  readonly kept: {
    readonly paid: string;
    readonly paidBack: string;
    readonly waived: string;
    readonly writtenOff: string;
    readonly kept: string;
  };
  readonly plan: {
    readonly title: string;
    readonly lead: (local: string, parts: number, first: string) => string;
    readonly parts: string;
    readonly part: (number: number) => string;
    readonly dueDay: string;
    readonly together: string;
    readonly demanded: string;
    readonly received: string;
    readonly left: string;
    readonly sameNumber: string;
    readonly conditions: string;
    readonly missed: string;
    readonly early: string;
    readonly trouble: (email: string) => string;
  };
}

const all: Readonly<Record<Language, DocumentWords>> = { en, nb, nn, nl };

export const documentWords = (language: Language): DocumentWords => all[language];
