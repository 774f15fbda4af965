import type { Mobility } from '../mobility/case.ts';
import type { Recipient } from '../mobility/effects.ts';
import type { Institution, Language } from '../rulebook/types.ts';

/** What somebody reads: the participant what they chose, a host English, the institution's people its first language. */
export function languageOf(recipient: Recipient, { participant }: Mobility, institution: Institution): Language {
  if (recipient === 'participant') return participant.language;
  return recipient === 'host' ? 'en' : (institution.languages[0] ?? 'en');
}
