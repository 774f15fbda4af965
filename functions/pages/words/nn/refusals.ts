import type { RefusalWords } from '../../refusals.ts';

export const refusals: RefusalWords = {
  sign: {
    'already-signed': 'Denne avtalen er alt signert.',
    'not-open':
      'Denne avtalen kan ikkje lenger signerast. Skriv til internasjonalt kontor dersom du meiner at han skulle ha vore det.',
  },
  withdraw: {
    'already-decided': 'Denne søknaden er alt avgjord.',
    'not-open': 'Opphaldet kan ikkje meldast slutt no.',
    'already-reported': 'Du har alt meldt at opphaldet er slutt. Verten blir spurd om datoane.',
    'before-start': 'Siste dag er før opphaldet byrja. Reiste du aldri, svarer du det.',
    'not-over': 'Siste dag er i framtida. Meld frå når du har reist.',
  },
  'report-obligations': {
    'not-open': 'Det er ingenting å melde frå om no.',
    'unknown-obligation': 'Noko av dette kan du ikkje melde frå om sjølv.',
  },
  'file-document': { 'not-open': 'Ingen dokument kan leggjast inn i denne saka no.' },
  'claim-illness': {
    'already-claimed': 'Du har alt bede om å få behalde stipendet på grunn av sjukdom.',
    'certificate-missing': 'Last opp legeerklæringa saman med søknaden.',
    'being-settled': 'Stipendet ditt blir rekna ut akkurat no. Prøv igjen om nokre minutt.',
    'not-open': 'Du kan ikkje be om dette no.',
    'before-start': 'Siste dag er før opphaldet byrja. Reiste du aldri, svarer du det.',
    'not-over': 'Siste dag er i framtida. Meld frå når du har reist.',
    'nothing-to-keep':
      'Med desse datoane blir ingenting kravd tilbake, så det er ingenting å behalde. Meld at opphaldet er slutt i staden: Då stadfestar verten datoane dine.',
  },
  'propose-account': {
    'not-open': 'Kontoen din kan ikkje endrast no.',
    'same-account': 'Dette er kontoen vi alt har. Oppgi ein annan.',
  },
  'ask-for-extension': {
    'not-open': 'Du kan berre be om eit lengre opphald frå avtalen er signert og til opphaldet er slutt.',
    'given-up': 'Du har alt meldt at opphaldet er slutt.',
    'already-asked': 'Du har alt bede om ein seinare siste dag. Internasjonalt kontor avgjer det først.',
    'extension-late':
      'Fristen for å be om eit lengre opphald er ute. Skriv til internasjonalt kontor, og bli berre så lenge avtalen seier: Vilkåra i han avgjer om dagar utover det blir betalte.',
    'not-later': 'Den nye siste dagen må vere etter den du har no.',
    'above-maximum': 'Med denne siste dagen får du fleire dagar enn reglane tillèt. Vel ein tidlegare dag.',
  },
  'report-interruption': {
    'not-open': 'Eit avbrot blir meldt under opphaldet, før verten har stadfesta datoane.',
    'already-reported': 'Du har alt meldt eit avbrot. Internasjonalt kontor ser på det først.',
    'dates-reversed': 'Siste dag er før første dag. Sjekk begge.',
    'outside-stay': 'Dagane må vere innanfor opphaldet ditt.',
    'at-the-edge':
      'I byrjinga eller slutten av opphaldet er dette ikkje eit avbrot: Verten stadfestar andre datoar. Har du reist heim for godt, melder du at opphaldet er slutt.',
    overlaps: 'Nokre av dagane er med i eit avbrot du har meldt før.',
  },
  'ask-for-instalments': {
    'paid-to-unit': 'Eininga di gir pengane tilbake med eit bilag. Du treng ikkje betale noko.',
    'not-open': 'Det er ikkje noko krav som kan betalast i delar no.',
    'already-asked': 'Du har alt bede om dette. Internasjonalt kontor svarer deg på e-post.',
    'handed-over': 'Andre krev inn det du skal betale tilbake. Avtal delar med dei.',
    'decision-open': 'Det du skuldar, blir vurdert på nytt. Spør når det er gjort.',
  },
  'claim-green-travel': {
    'no-green-travel': 'Avtalen din har inga grøn reise å krevje.',
    'already-claimed': 'Du har alt kravd grøn reise.',
    'not-open': 'Stipendet ditt er alt rekna ut, eller blir rekna ut no. Skriv til internasjonalt kontor.',
    'legs-missing': 'Oppgi heile reisa: minst éin etappe dit og éin tilbake.',
    'km-missing': 'Kvar etappe må ha avstand i heile kilometer.',
    'receipts-missing': 'Last opp kvitteringane for reisa først.',
    'not-green': 'For få av kilometrane var grøne.',
  },
  'waive-green-travel': {
    'no-green-travel': 'Avtalen din har inga grøn reise å krevje.',
    'already-claimed': 'Du har alt kravd grøn reise.',
    'not-open': 'Stipendet ditt er alt rekna ut, eller blir rekna ut no. Skriv til internasjonalt kontor.',
  },
  'object-to-claim': {
    'not-open': 'Det er ikkje noko krav du kan klage på no.',
    'paid-to-unit': 'Ingenting blir kravd av deg. Skriv til internasjonalt kontor dersom det er feil.',
    'already-objected':
      'Du har klaga på dette kravet før. Skriv til internasjonalt kontor dersom det har kome fram noko nytt.',
    'correction-open': 'Stipendet ditt blir alt vurdert på nytt. Du får ein e-post når det er gjort.',
  },
};
