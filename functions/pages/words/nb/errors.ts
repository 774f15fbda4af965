import type { PageWords } from '../index.ts';

export const errors: PageWords['errors'] = {
  notFound: {
    title: 'Denne siden finnes ikke',
    text: 'Sjekk adressen. Fulgte du en lenke fra en e-post, må du kopiere hele lenken.',
  },
  notHere: {
    title: 'Dette kan ikke gjøres her',
    text: 'Åpne siden fra lenken i e-posten, og bruk knappene der.',
  },
  unreadable: {
    title: 'Skjemaet ble sendt på en måte som ikke kan leses her',
    text: 'Åpne siden på nytt og send det derfra.',
  },
  tooLong: { title: 'Dette er for langt', text: 'Forkort det du skrev, og send skjemaet på nytt.' },
  uploadIncomplete: { title: 'Bare en del av filen kom fram' },
  fileKind: { title: 'Denne typen fil kan vi ikke ta imot' },
  fileTooLarge: { title: 'Denne filen er for stor' },
  faster: {
    title: 'Noen andre var raskere',
    text: 'Det du sendte, endret ingenting. Åpne siden på nytt: Den viser hvordan det står til nå.',
  },
  busy: { title: 'Det er for stor pågang akkurat nå', text: 'Ingenting er endret. Vent et minutt, og prøv på nytt.' },
  ours: {
    title: 'Noe gikk galt hos oss',
    text: 'Vi har fått beskjed. Prøv igjen om noen minutter: Ingenting blir gjort to ganger.',
    again: 'Skjer det igjen, svar på e-posten du kom fra.',
  },
};
