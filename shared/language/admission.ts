import type { Language } from '../rulebook/types.ts';

/** Why no application is taken for a stay on its days; days and semesters are written out already. */
export interface AdmissionWords {
  openNow(semesters: string): string;
  readonly noneOpen: string;
  wrongSemester(institution: string, start: string): string;
  notOpenYet(semester: string, opens: string): string;
  closed(semester: string, closes: string): string;
  roundClosed(institution: string, applyBy: string, rankOn: string): string;
}

export const admissionWords: Readonly<Record<Language, AdmissionWords>> = {
  en: {
    openNow: (semesters) => `Open now: ${semesters}.`,
    noneOpen: 'No semester is open now.',
    wrongSemester: (institution, start) =>
      `${institution} does not take applications for a stay that begins on ${start}.`,
    notOpenYet: (semester, opens) => `Applications for ${semester} open on ${opens}.`,
    closed: (semester, closes) => `Applications for ${semester} closed on ${closes}.`,
    roundClosed: (institution, applyBy, rankOn) =>
      `${institution} took applications for such stays until ${applyBy}, and ranks them on ${rankOn}. Write to the international office if you could not apply in time.`,
  },
  nb: {
    openNow: (semesters) => `Åpent nå: ${semesters}.`,
    noneOpen: 'Ingen semestre er åpne nå.',
    wrongSemester: (institution, start) => `${institution} tar ikke imot søknader om et opphold som begynner ${start}.`,
    notOpenYet: (semester, opens) => `Søknader for ${semester} åpner ${opens}.`,
    closed: (semester, closes) => `Søknadsfristen for ${semester} var ${closes}.`,
    roundClosed: (institution, applyBy, rankOn) =>
      `${institution} tok imot søknader om slike opphold til ${applyBy}, og rangerer dem ${rankOn}. Skriv til internasjonalt kontor hvis du ikke kunne søke i tide.`,
  },
  nn: {
    openNow: (semesters) => `Ope no: ${semesters}.`,
    noneOpen: 'Ingen semester er opne no.',
    wrongSemester: (institution, start) => `${institution} tek ikkje imot søknader om eit opphald som byrjar ${start}.`,
    notOpenYet: (semester, opens) => `Søknader for ${semester} opnar ${opens}.`,
    closed: (semester, closes) => `Søknadsfristen for ${semester} var ${closes}.`,
    roundClosed: (institution, applyBy, rankOn) =>
      `${institution} tok imot søknader om slike opphald til ${applyBy}, og rangerer dei ${rankOn}. Skriv til internasjonalt kontor om du ikkje kunne søkje i tide.`,
  },
  nl: {
    openNow: (semesters) => `Nu open: ${semesters}.`,
    noneOpen: 'Op dit moment is geen semester open.',
    wrongSemester: (institution, start) =>
      `${institution} neemt geen aanvragen aan voor een verblijf dat op ${start} begint.`,
    notOpenYet: (semester, opens) => `Aanvragen voor ${semester} kunnen vanaf ${opens}.`,
    closed: (semester, closes) => `Aanvragen voor ${semester} konden tot en met ${closes}.`,
    roundClosed: (institution, applyBy, rankOn) =>
      `${institution} nam aanvragen voor zulke verblijven aan tot en met ${applyBy} en rangschikt ze op ${rankOn}. Schrijf naar het international office als u niet op tijd kon aanvragen.`,
  },
};
