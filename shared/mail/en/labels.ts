/** Names of what can stand on a line of an amount, by its code. A code without a name here is written out as it is. */
const lines: Readonly<Record<string, string>> = {
  'individual-support': 'Individual support',
  'fewer-opportunities': 'Top-up for fewer opportunities',
  'travel-support': 'Travel grant',
  'inclusion-support': 'Inclusion support',
  'below-minimum': 'Stay below the minimum',
  'nothing-confirmed': 'No confirmed day',
  'kept-for-illness': 'Kept because of illness',
};

export function lineLabel(code: string): string {
  return lines[code] ?? sentenceCase(code);
}

/** `green-travel` → `Green travel`. */
export function sentenceCase(code: string): string {
  const words = code.replaceAll(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export { bankReason } from '../../payments/reasons.ts';
