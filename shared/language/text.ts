import type { Language } from '../rulebook/types.ts';
import type { Text } from '../rulebook/values.ts';

/** A text of the rulebook in a reader's language: bokmål stands in for nynorsk, English for what is not there. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? (language === 'nn' ? text.nb : undefined) ?? text.en;
}
