import type { Language } from '../../rulebook/types.ts';

/** What mails say otherwise where the grant goes to a unit of the institution by a voucher, and to nobody's bank account. */
export interface UnitWords {
  readonly toUnit: string;
  readonly instructed: { readonly heading: string; readonly text: string; readonly todo: string };
  readonly booked: {
    subject(amount: string): string;
    readonly heading: string;
    text(date: string | undefined): string;
  };
  readonly nothing: string;
  readonly needed: {
    readonly subject: string;
    readonly heading: string;
    text(reason: string): string;
    readonly todo: string;
    readonly action: string;
  };
  readonly approved: { readonly heading: string; readonly text: string };
  readonly refused: { readonly heading: string; readonly todo: string };
  next(payBy: string | undefined): string;
  readonly recovery: { subject(amount: string): string; heading(amount: string): string; readonly next: string };
  readonly paidToUnit: string;
  readonly takenBack: string;
  readonly approval: { readonly heading: string; readonly todo: string };
  readonly demand: {
    subject(amount: string): string;
    readonly heading: string;
    readonly text: string;
    readonly todo: string;
  };
  readonly silent: { readonly heading: string; readonly text: string; readonly todo: string };
}

export const unitWords: Readonly<Record<Language, UnitWords>> = {
  en: {
    toUnit: 'To the unit',
    instructed: {
      heading: 'The grant is on its way to your unit',
      text: 'The finance system has been given the voucher that posts the grant to your unit.',
      todo: 'Nothing. The money goes to your unit, not to you.',
    },
    booked: {
      subject: (amount) => `Paid to your unit: ${amount} of the Erasmus+ grant`,
      heading: 'The grant has been paid to your unit',
      text: (date) => `The finance system has posted it to your unit${date === undefined ? '' : ` on ${date}`}.`,
    },
    nothing: 'Nothing.',
    needed: {
      subject: 'The cost centre of your unit did not work: we need another one',
      heading: 'The voucher was refused',
      text: (reason) =>
        `The finance system has refused the voucher (${reason}). The money is safe, and is paid anew as soon as there is a cost centre that works.`,
      todo: 'Ask your unit for another cost centre, and give it on your page. A second person looks at it before money goes there.',
      action: 'Give another cost centre',
    },
    approved: {
      heading: 'The new cost centre has been approved',
      text: 'What is due is now posted there, by a new voucher.',
    },
    refused: {
      heading: 'The new cost centre was not approved',
      todo: 'Give another cost centre on your page, or reply to this mail to hear why it was refused.',
    },
    next: (payBy) => `The rest is posted to your unit${payBy === undefined ? '' : ` by ${payBy} at the latest`}.`,
    recovery: {
      subject: (amount) => `Final calculation: ${amount} is taken back from your unit`,
      heading: (amount) => `${amount} is taken back from your unit`,
      next: 'A voucher in the accounts takes it back from your unit. You owe nothing, and need do nothing.',
    },
    paidToUnit: 'Paid to your unit',
    takenBack: 'Taken back from your unit',
    approval: {
      heading: 'A new cost centre waits for a second person',
      todo: 'Make sure that it is the cost centre of the unit, for example by the list of the finance department, then approve or refuse it.',
    },
    demand: {
      subject: (amount) => `Taking back ${amount} from a unit waits for a second person`,
      heading: 'Taking back from a unit waits for a second person',
      text: 'The unit was paid too much. A voucher takes it back; the staff member gets no demand.',
      todo: 'Check the calculation, and let the voucher be made if it is right.',
    },
    silent: {
      heading: 'The finance system has said nothing about a voucher',
      text: 'This voucher was handed to the finance system, and no receipt says whether it was posted or refused. Silence is taken as neither: the payment stays open and is not sent again.',
      todo: 'Ask what became of it. The receipt is read as soon as it arrives; nothing else has to be typed in.',
    },
  },
  nb: {
    toUnit: 'Til enheten',
    instructed: {
      heading: 'Stipendet er på vei til enheten din',
      text: 'Økonomisystemet har fått bilaget som fører stipendet til enheten din.',
      todo: 'Ingenting. Pengene går til enheten din, ikke til deg.',
    },
    booked: {
      subject: (amount) => `Betalt til enheten din: ${amount} av Erasmus+-stipendet`,
      heading: 'Stipendet er betalt til enheten din',
      text: (date) => `Økonomisystemet har ført det til enheten din${date === undefined ? '' : ` ${date}`}.`,
    },
    nothing: 'Ingenting.',
    needed: {
      subject: 'Koststedet til enheten din virket ikke: vi trenger et annet',
      heading: 'Bilaget ble avvist',
      text: (reason) =>
        `Økonomisystemet har avvist bilaget (${reason}). Pengene er trygge, og betales på nytt så snart det finnes et koststed som virker.`,
      todo: 'Spør enheten om et annet koststed, og oppgi det på siden din. En annen person ser på det før penger går dit.',
      action: 'Oppgi et annet koststed',
    },
    approved: {
      heading: 'Det nye koststedet er godkjent',
      text: 'Det som er til gode, føres nå dit med et nytt bilag.',
    },
    refused: {
      heading: 'Det nye koststedet ble ikke godkjent',
      todo: 'Oppgi et annet koststed på siden din, eller svar på denne e-posten for å få vite hvorfor.',
    },
    next: (payBy) => `Resten føres til enheten din${payBy === undefined ? '' : ` senest ${payBy}`}.`,
    recovery: {
      subject: (amount) => `Endelig beregning: ${amount} føres tilbake fra enheten din`,
      heading: (amount) => `${amount} føres tilbake fra enheten din`,
      next: 'Et bilag i regnskapet fører det tilbake fra enheten din. Du skylder ingenting og trenger ikke gjøre noe.',
    },
    paidToUnit: 'Betalt til enheten din',
    takenBack: 'Ført tilbake fra enheten din',
    approval: {
      heading: 'Et nytt koststed venter på en annen person',
      todo: 'Forsikre deg om at det er enhetens koststed, for eksempel med økonomiavdelingens liste, og godkjenn eller avvis det.',
    },
    demand: {
      subject: (amount) => `Tilbakeføring av ${amount} fra en enhet venter på en annen person`,
      heading: 'Tilbakeføring fra en enhet venter på en annen person',
      text: 'Enheten har fått for mye. Et bilag fører det tilbake; den ansatte får ikke noe krav.',
      todo: 'Kontroller beregningen, og la bilaget bli laget hvis den er riktig.',
    },
    silent: {
      heading: 'Økonomisystemet har ikke sagt noe om et bilag',
      text: 'Bilaget er levert til økonomisystemet, og ingen kvittering sier om det er ført eller avvist. Taushet regnes som ingen av delene: betalingen står åpen og sendes ikke på nytt.',
      todo: 'Spør hva som ble av det. Kvitteringen leses så snart den kommer; ingenting annet skal tastes inn.',
    },
  },
  nn: {
    toUnit: 'Til eininga',
    instructed: {
      heading: 'Stipendet er på veg til eininga di',
      text: 'Økonomisystemet har fått bilaget som fører stipendet til eininga di.',
      todo: 'Ingenting. Pengane går til eininga di, ikkje til deg.',
    },
    booked: {
      subject: (amount) => `Betalt til eininga di: ${amount} av Erasmus+-stipendet`,
      heading: 'Stipendet er betalt til eininga di',
      text: (date) => `Økonomisystemet har ført det til eininga di${date === undefined ? '' : ` ${date}`}.`,
    },
    nothing: 'Ingenting.',
    needed: {
      subject: 'Koststaden til eininga di verka ikkje: vi treng ein annan',
      heading: 'Bilaget vart avvist',
      text: (reason) =>
        `Økonomisystemet har avvist bilaget (${reason}). Pengane er trygge, og blir betalte på nytt så snart det finst ein koststad som verkar.`,
      todo: 'Spør eininga om ein annan koststad, og oppgi han på sida di. Ein annan person ser på han før pengar går dit.',
      action: 'Oppgi ein annan koststad',
    },
    approved: {
      heading: 'Den nye koststaden er godkjend',
      text: 'Det som er til gode, blir no ført dit med eit nytt bilag.',
    },
    refused: {
      heading: 'Den nye koststaden vart ikkje godkjend',
      todo: 'Oppgi ein annan koststad på sida di, eller svar på denne e-posten for å få vite kvifor.',
    },
    next: (payBy) => `Resten blir ført til eininga di${payBy === undefined ? '' : ` seinast ${payBy}`}.`,
    recovery: {
      subject: (amount) => `Endeleg utrekning: ${amount} blir ført tilbake frå eininga di`,
      heading: (amount) => `${amount} blir ført tilbake frå eininga di`,
      next: 'Eit bilag i rekneskapen fører det tilbake frå eininga di. Du skuldar ingenting og treng ikkje gjere noko.',
    },
    paidToUnit: 'Betalt til eininga di',
    takenBack: 'Ført tilbake frå eininga di',
    approval: {
      heading: 'Ein ny koststad ventar på ein annan person',
      todo: 'Forsikre deg om at det er koststaden til eininga, til dømes med lista til økonomiavdelinga, og godkjenn eller avvis han.',
    },
    demand: {
      subject: (amount) => `Tilbakeføring av ${amount} frå ei eining ventar på ein annan person`,
      heading: 'Tilbakeføring frå ei eining ventar på ein annan person',
      text: 'Eininga har fått for mykje. Eit bilag fører det tilbake; den tilsette får ikkje noko krav.',
      todo: 'Kontroller utrekninga, og la bilaget bli laga om ho er rett.',
    },
    silent: {
      heading: 'Økonomisystemet har ikkje sagt noko om eit bilag',
      text: 'Bilaget er levert til økonomisystemet, og inga kvittering seier om det er ført eller avvist. Tagnad tel som ingen av delane: betalinga står open og blir ikkje send på nytt.',
      todo: 'Spør kva som vart av det. Kvitteringa blir lesen så snart ho kjem; ingenting anna skal tastast inn.',
    },
  },
  nl: {
    toUnit: 'Aan de eenheid',
    instructed: {
      heading: 'De beurs is onderweg naar uw eenheid',
      text: 'Het financiële systeem heeft de boeking gekregen die de beurs bij uw eenheid brengt.',
      todo: 'Niets. Het geld gaat naar uw eenheid, niet naar u.',
    },
    booked: {
      subject: (amount) => `Betaald aan uw eenheid: ${amount} van de Erasmus+-beurs`,
      heading: 'De beurs is aan uw eenheid betaald',
      text: (date) =>
        `Het financiële systeem heeft haar${date === undefined ? '' : ` op ${date}`} bij uw eenheid geboekt.`,
    },
    nothing: 'Niets.',
    needed: {
      subject: 'De kostenplaats van uw eenheid werkte niet: we hebben een andere nodig',
      heading: 'De boeking is geweigerd',
      text: (reason) =>
        `Het financiële systeem heeft de boeking geweigerd (${reason}). Het geld is veilig en wordt opnieuw betaald zodra er een kostenplaats is die werkt.`,
      todo: 'Vraag uw eenheid om een andere kostenplaats en geef die op uw pagina op. Een tweede persoon bekijkt haar voordat er geld naartoe gaat.',
      action: 'Geef een andere kostenplaats op',
    },
    approved: {
      heading: 'De nieuwe kostenplaats is goedgekeurd',
      text: 'Wat nog betaald moet worden, wordt nu daar geboekt.',
    },
    refused: {
      heading: 'De nieuwe kostenplaats is niet goedgekeurd',
      todo: 'Geef op uw pagina een andere kostenplaats op, of antwoord op deze mail om te horen waarom.',
    },
    next: (payBy) => `De rest wordt${payBy === undefined ? '' : ` uiterlijk op ${payBy}`} bij uw eenheid geboekt.`,
    recovery: {
      subject: (amount) => `Eindafrekening: ${amount} wordt bij uw eenheid teruggeboekt`,
      heading: (amount) => `${amount} wordt bij uw eenheid teruggeboekt`,
      next: 'Een boeking in de administratie haalt het bij uw eenheid terug. U bent niets schuldig en hoeft niets te doen.',
    },
    paidToUnit: 'Betaald aan uw eenheid',
    takenBack: 'Teruggeboekt bij uw eenheid',
    approval: {
      heading: 'Een nieuwe kostenplaats wacht op een tweede persoon',
      todo: 'Ga na of het de kostenplaats van de eenheid is, bijvoorbeeld met de lijst van de financiële afdeling, en keur haar goed of af.',
    },
    demand: {
      subject: (amount) => `Terugboeken van ${amount} bij een eenheid wacht op een tweede persoon`,
      heading: 'Terugboeken bij een eenheid wacht op een tweede persoon',
      text: 'De eenheid heeft te veel gekregen. Een boeking haalt het terug; de medewerker krijgt geen vordering.',
      todo: 'Controleer de berekening en laat de boeking maken als zij klopt.',
    },
    silent: {
      heading: 'Het financiële systeem heeft niets over een boeking gezegd',
      text: 'Deze boeking is aan het financiële systeem gegeven, en geen ontvangstbericht zegt of zij is verwerkt of geweigerd. Stilte geldt als geen van beide: de betaling blijft open en gaat niet opnieuw weg.',
      todo: 'Vraag wat ervan geworden is. Het ontvangstbericht wordt gelezen zodra het komt; er hoeft niets anders te worden ingevoerd.',
    },
  },
};
