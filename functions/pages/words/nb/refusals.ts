import type { RefusalWords } from '../../refusals.ts';

export const refusals: RefusalWords = {
  sign: {
    'already-signed': 'Denne avtalen er alt signert.',
    'not-open':
      'Denne avtalen kan ikke lenger signeres. Skriv til internasjonalt kontor hvis du mener at den skulle vært det.',
  },
  withdraw: {
    'already-decided': 'Denne søknaden er alt avgjort.',
    'not-open': 'Oppholdet kan ikke meldes slutt nå.',
    'already-reported': 'Du har alt meldt at oppholdet er slutt. Verten blir spurt om datoene.',
    'before-start': 'Siste dag er før oppholdet begynte. Reiste du aldri, svarer du det.',
    'not-over': 'Siste dag er i fremtiden. Meld fra når du har reist.',
  },
  'report-obligations': {
    'not-open': 'Det er ingenting å melde fra om nå.',
    'unknown-obligation': 'Noe av dette kan du ikke melde fra om selv.',
  },
  'file-document': { 'not-open': 'Ingen dokumenter kan legges inn i denne saken nå.' },
  'claim-illness': {
    'already-claimed': 'Du har alt bedt om å beholde stipendet på grunn av sykdom.',
    'certificate-missing': 'Last opp legeerklæringen sammen med søknaden.',
    'being-settled': 'Stipendet ditt blir beregnet akkurat nå. Prøv igjen om noen minutter.',
    'not-open': 'Du kan ikke be om dette nå.',
    'before-start': 'Siste dag er før oppholdet begynte. Reiste du aldri, svarer du det.',
    'not-over': 'Siste dag er i fremtiden. Meld fra når du har reist.',
    'nothing-to-keep':
      'Med disse datoene kreves ingenting tilbake, så det er ingenting å beholde. Meld at oppholdet er slutt i stedet: Da bekrefter verten datoene dine.',
  },
  'propose-account': {
    'not-open': 'Kontoen din kan ikke endres nå.',
    'same-account': 'Dette er kontoen vi allerede har. Oppgi en annen.',
  },
  'ask-for-extension': {
    'not-open': 'Du kan bare be om et lengre opphold fra avtalen er signert og til oppholdet er slutt.',
    'given-up': 'Du har alt meldt at oppholdet er slutt.',
    'already-asked': 'Du har alt bedt om en senere siste dag. Internasjonalt kontor avgjør det først.',
    'extension-late':
      'Fristen for å be om et lengre opphold er ute. Skriv til internasjonalt kontor, og bli bare så lenge avtalen sier: Vilkårene i den avgjør om dager utover det betales.',
    'not-later': 'Den nye siste dagen må være etter den du har nå.',
    'above-maximum': 'Med denne siste dagen får du flere dager enn reglene tillater. Velg en tidligere dag.',
  },
  'report-interruption': {
    'not-open': 'Et avbrudd meldes under oppholdet, før verten har bekreftet datoene.',
    'already-reported': 'Du har alt meldt et avbrudd. Internasjonalt kontor ser på det først.',
    'dates-reversed': 'Siste dag er før første dag. Kontroller begge.',
    'outside-stay': 'Dagene må være innenfor oppholdet ditt.',
    'at-the-edge':
      'I begynnelsen eller slutten av oppholdet er dette ikke et avbrudd: Verten bekrefter andre datoer. Har du reist hjem for godt, melder du at oppholdet er slutt.',
    overlaps: 'Noen av dagene er med i et avbrudd du har meldt før.',
  },
  'ask-for-instalments': {
    'paid-to-unit': 'Enheten din gir pengene tilbake med et bilag. Du trenger ikke betale noe.',
    'not-open': 'Det er ikke noe krav som kan betales i deler nå.',
    'already-asked': 'Du har alt bedt om dette. Internasjonalt kontor svarer deg på e-post.',
    'handed-over': 'Andre krever inn det du skal betale tilbake. Avtal deler med dem.',
    'decision-open': 'Det du skylder, blir vurdert på nytt. Spør når det er gjort.',
  },
  'claim-green-travel': {
    'no-green-travel': 'Avtalen din har ingen grønn reise å kreve.',
    'already-claimed': 'Du har alt krevd grønn reise.',
    'not-open': 'Stipendet ditt er alt beregnet, eller blir beregnet nå. Skriv til internasjonalt kontor.',
    'legs-missing': 'Oppgi hele reisen: minst én etappe dit og én tilbake.',
    'km-missing': 'Hver etappe må ha avstand i hele kilometer.',
    'receipts-missing': 'Last opp kvitteringene for reisen først.',
    'not-green': 'For få av kilometerne var grønne.',
  },
  'waive-green-travel': {
    'no-green-travel': 'Avtalen din har ingen grønn reise å kreve.',
    'already-claimed': 'Du har alt krevd grønn reise.',
    'not-open': 'Stipendet ditt er alt beregnet, eller blir beregnet nå. Skriv til internasjonalt kontor.',
  },
  'object-to-claim': {
    'not-open': 'Det er ikke noe krav du kan klage på nå.',
    'paid-to-unit': 'Ingenting kreves av deg. Skriv til internasjonalt kontor hvis det er feil.',
    'already-objected':
      'Du har klaget på dette kravet før. Skriv til internasjonalt kontor hvis det har kommet fram noe nytt.',
    'correction-open': 'Stipendet ditt blir alt vurdert på nytt. Du får en e-post når det er gjort.',
  },
};
