import type { PageWords } from '../index.ts';

export const errors: PageWords['errors'] = {
  notFound: {
    title: 'Denne sida finst ikkje',
    text: 'Sjekk adressa. Følgde du ei lenkje frå ein e-post, må du kopiere heile lenkja.',
  },
  notHere: {
    title: 'Dette kan ikkje gjerast her',
    text: 'Opne sida frå lenkja i e-posten, og bruk knappane der.',
  },
  unreadable: {
    title: 'Skjemaet vart sendt på ein måte som ikkje kan lesast her',
    text: 'Opne sida på nytt og send det derifrå.',
  },
  tooLong: { title: 'Dette er for langt', text: 'Kort ned det du skreiv, og send skjemaet på nytt.' },
  uploadIncomplete: { title: 'Berre ein del av fila kom fram' },
  fileKind: { title: 'Denne typen fil kan vi ikkje ta imot' },
  fileTooLarge: { title: 'Denne fila er for stor' },
  faster: {
    title: 'Nokon andre var raskare',
    text: 'Det du sende, endra ingenting. Opne sida på nytt: Ho viser korleis det står til no.',
  },
  busy: { title: 'Det er for stor pågang akkurat no', text: 'Ingenting er endra. Vent eit minutt, og prøv på nytt.' },
  ours: {
    title: 'Noko gjekk gale hos oss',
    text: 'Vi har fått beskjed. Prøv igjen om nokre minutt: Ingenting blir gjort to gonger.',
    again: 'Hender det igjen, svar på e-posten du kom frå.',
  },
};
