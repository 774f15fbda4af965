import type { Language } from '../rulebook/types.ts';

/** Names of what can stand on a line of an amount, by its code (shared/grant/README.md). */
const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    'individual-support': 'Individual support',
    'fewer-opportunities': 'Top-up for fewer opportunities',
    'green-travel': 'Green travel',
    'travel-support': 'Travel grant',
    'inclusion-support': 'Inclusion support',
    'below-minimum': 'Stay below the minimum',
    'nothing-confirmed': 'No confirmed day',
    'kept-for-illness': 'Kept because of illness',
  },
  nb: {
    'individual-support': 'Individuelt stipend',
    'fewer-opportunities': 'Tillegg for færre muligheter',
    'green-travel': 'Tillegg for grønn reise',
    'travel-support': 'Reisestøtte',
    'inclusion-support': 'Inkluderingsstøtte',
    'below-minimum': 'Opphold under minstekravet',
    'nothing-confirmed': 'Ingen bekreftede dager',
    'kept-for-illness': 'Beholdes på grunn av sykdom',
  },
  nn: {
    'individual-support': 'Individuelt stipend',
    'fewer-opportunities': 'Tillegg for færre moglegheiter',
    'green-travel': 'Tillegg for grøn reise',
    'travel-support': 'Reisestøtte',
    'inclusion-support': 'Inkluderingsstøtte',
    'below-minimum': 'Opphald under minstekravet',
    'nothing-confirmed': 'Ingen stadfesta dagar',
    'kept-for-illness': 'Blir verande på grunn av sjukdom',
  },
  nl: {
    'individual-support': 'Individuele beurs',
    'fewer-opportunities': 'Toeslag voor deelnemers met minder kansen',
    'green-travel': 'Toeslag voor groen reizen',
    'travel-support': 'Reisvergoeding',
    'inclusion-support': 'Inclusiesteun',
    'below-minimum': 'Verblijf onder het minimum',
    'nothing-confirmed': 'Geen bevestigde dag',
    'kept-for-illness': 'Behouden wegens ziekte',
  },
};

/** The name of a line; a code that has none is written out as it is: `green-travel` → `Green travel`. */
export function lineName(language: Language, code: string): string {
  return names[language][code] ?? sentenceCase(code);
}

export function sentenceCase(code: string): string {
  const words = code.replaceAll(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
