import { sentenceCase } from '../../../shared/mail/en/labels.ts';

/** Names of facts, as a form asks for them and a decision shows them. */
const facts: Readonly<Record<string, string>> = {
  studyLevel: 'Level of study',
  ects: 'ECTS completed',
  nominated: 'Nominated for exchange',
  languageLevel: 'Language level',
  doubleDegree: 'Double degree',
  submittedOn: 'Submitted on',
};

export function factName(code: string): string {
  return facts[code] ?? sentenceCase(code.replaceAll(/([A-Z])/g, ' $1').toLowerCase());
}

export function factText(value: string | number | boolean | undefined): string {
  if (value === undefined) return 'not stated';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return String(value);
}

/** States of a payment, in a word or two, and how they are marked. */
export const paymentStates: Readonly<Record<string, { readonly word: string; readonly look: string }>> = {
  held: { word: 'with a second person', look: 'wait' },
  ready: { word: 'ready for the bank', look: 'wait' },
  instructed: { word: 'handed to the bank', look: '' },
  accepted: { word: 'accepted by the bank', look: '' },
  booked: { word: 'paid', look: 'good' },
  rejected: { word: 'refused by the bank', look: 'bad' },
  returned: { word: 'came back', look: 'bad' },
  cancelled: { word: 'cancelled before it was sent', look: '' },
};
