import type { Instant } from '../calendar/clock.ts';
import { countryName } from '../grant/countries.ts';
import { type Say, sayIn } from '../language/say.ts';
import { oneLine } from '../mail/format.ts';
import type { Mobility, Payment } from '../mobility/case.ts';
import type { Institution, Language } from '../rulebook/types.ts';
import { type DocumentWords, documentWords } from './language.ts';

/** What a document is written from: the case as the decision leaves it, in the participant's language. */
export interface DocumentView {
  readonly mobility: Mobility;
  readonly institution: Institution;
  /** The moment of the decision: the date of the document. */
  readonly at: Instant;
  readonly language: Language;
  readonly words: DocumentWords;
  readonly say: Say;
  /** The payment that the document is about. */
  readonly payment?: Payment;
}

export function documentView(mobility: Mobility, institution: Institution, at: Instant): DocumentView {
  const { language } = mobility.participant;
  const words = documentWords(language);
  return { mobility, institution, at, language, words, say: sayIn(language, institution.timeZone) };
}

export const participantName = ({ mobility: { participant } }: DocumentView): string =>
  oneLine(`${participant.givenName} ${participant.familyName}`);

/** `Paris, France (F  PARIS014)`. */
export function hostPlace({ mobility, language }: DocumentView): string {
  const { city, country, code } = mobility.stay.host;
  return `${oneLine(city)}, ${countryName(country, language)} (${oneLine(code)})`;
}
