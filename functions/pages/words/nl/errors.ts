import type { PageWords } from '../index.ts';

export const errors: PageWords['errors'] = {
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Controleer het adres. Kwam u via een link uit een mail, kopieer dan de hele link.',
  },
  notHere: {
    title: 'Dat kan hier niet',
    text: 'Open de pagina via de link in uw mail en gebruik de knoppen daar.',
  },
  unreadable: {
    title: 'Dit formulier is verstuurd op een manier die hier niet kan worden gelezen',
    text: 'Open de pagina opnieuw en verstuur het daar.',
  },
  tooLong: { title: 'Dit is te lang', text: 'Kort in wat u hebt geschreven en verstuur het formulier opnieuw.' },
  uploadIncomplete: { title: 'Het bestand is niet volledig aangekomen' },
  fileKind: { title: 'Dit soort bestand wordt niet aangenomen' },
  fileTooLarge: { title: 'Dit bestand is te groot' },
  faster: {
    title: 'Iemand anders was sneller',
    text: 'Wat u hebt verstuurd, heeft niets veranderd. Open de pagina opnieuw: zij toont hoe het er nu voor staat.',
  },
  busy: {
    title: 'Het is op dit moment te druk',
    text: 'Er is niets veranderd. Wacht een minuut en probeer het opnieuw.',
  },
  ours: {
    title: 'Er ging bij ons iets mis',
    text: 'Wij hebben er bericht van gekregen. Probeer het over enkele minuten opnieuw: niets gebeurt dubbel.',
    again: 'Gebeurt het nog eens, antwoord dan op de mail waaruit u kwam.',
  },
};
