import type { Language } from '../rulebook/types.ts';

const seasons: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { spring: 'spring', autumn: 'autumn' },
  nb: { spring: 'vår', autumn: 'høst' },
  nn: { spring: 'vår', autumn: 'haust' },
  nl: { spring: 'voorjaar', autumn: 'najaar' },
};

/** A semester as the rulebook names it, `autumn 2025`, in a reader's language; another name stays as it is. */
export const semesterName = (semester: string, language: Language): string =>
  semester.replace(/^[a-z]+/, (season) => seasons[language][season] ?? season);
