import type { MailWords } from '../../language.ts';

export const claims: MailWords['claims'] = {
  slip: {
    title: 'Slik betaler du',
    amount: 'Beløp',
    account: 'Til konto',
    kid: 'KID-nummer',
    to: 'Mottaker',
    due: 'Forfall',
  },
  account: {
    title: 'Kravet',
    demanded: 'Krevd',
    inLocal: (amount) => `${amount} i lokal valuta`,
    received: (day) => `Mottatt ${day}`,
    waived: 'Ettergitt',
    writtenOff: 'Avskrevet',
    cancelled: 'Frafalt',
    open: 'Gjenstår å betale tilbake',
  },
  setOff: 'Motregning',
  evidence: 'Dokumentasjon',
  seeClaim: 'Se hvordan det står med kravet',
  decide: 'Avgjør',
  lookAndDecide: 'Se og avgjør',
  payAsAbove: 'Betal beløpet til kontoen over, med KID-nummeret.',
  demandApproval: {
    subject: (amount) => `Et krav om tilbakebetaling av ${amount} venter på godkjenning fra en annen person`,
    heading: 'Et krav om tilbakebetaling venter på godkjenning fra en annen person',
    why: 'Alle krav kontrolleres av en annen person før de sendes.',
    entitled: 'Det deltakeren har krav på',
    demanded: 'Dette kreves',
    todo: 'Kontroller beregningen, og la kravet bli sendt hvis den er riktig.',
    action: 'Se på kravet',
  },
  demand: {
    subject: (amount) => `Betal tilbake ${amount} av Erasmus+-stipendet ditt`,
    heading: (amount) => `Du må betale tilbake ${amount}`,
    why: 'Stipendet ditt er beregnet etter de bekreftede datoene. Du har fått utbetalt mer enn du har krav på.',
    entitled: 'Det du har krav på',
    inParts: 'Du kan betale i deler: Hver del teller når den har det samme KID-nummeret.',
    object:
      'Mener du at kravet er feil, kan du klage på siden din: Du trenger ikke betale før kontoret har avgjort klagen.',
    illness:
      'Hvis det var sykdom som hindret oppholdet, kan du be om å beholde stipendet på siden din; da må du ha legeerklæring.',
    todo: 'Betal beløpet til kontoen over, med KID-nummeret. Kan du ikke betale alt på én gang, be om å få betale i deler på siden din før fristen.',
  },
  reminder: {
    subject: (amount) => `Påminnelse: ${amount} av Erasmus+-stipendet ditt skal betales tilbake`,
    heading: (amount) => `${amount} er ennå ikke betalt tilbake`,
  },
  received: {
    part: {
      subject: (amount) => `Takk: ${amount ?? 'betalingen din'} har kommet`,
      heading: 'Betalingen din har kommet',
      todo: 'Betal resten, med det samme KID-nummeret.',
    },
    all: {
      subject: 'Takk: Alt er betalt tilbake',
      heading: 'Alt er betalt tilbake',
    },
  },
  overdue: {
    subject: (name) => `En tilbakebetaling er forfalt: Avgjør hva som skal skje for ${name}`,
    heading: 'En tilbakebetaling er forfalt',
    reminded:
      'Deltakeren har fått påminnelser slik reglene sier, og kravet er ikke betalt. Ingenting skjer før du har avgjort saken.',
    todo: 'Gi mer tid, avtal betaling i deler, send kravet til inkasso, eller foreslå å ettergi eller avskrive resten. De to siste avgjøres av en annen person.',
  },
  extended: {
    subject: 'Du har fått mer tid til å betale tilbake',
    heading: 'Du har fått mer tid til å betale tilbake',
    given: 'Internasjonalt kontor har gitt deg mer tid.',
  },
  reliefApproval: {
    heading: 'Et forslag om å gi opp et krav venter på godkjenning fra en annen person',
    waive: {
      subject: 'Ettergivelse av et krav venter på godkjenning fra en annen person',
      proposed: (name) => `${name} foreslår å ettergi det som gjenstår av kravet.`,
    },
    'write-off': {
      subject: 'Avskrivning av et krav venter på godkjenning fra en annen person',
      proposed: (name) => `${name} foreslår å avskrive det som gjenstår av kravet.`,
    },
    todo: 'Avgjør om resten skal gis opp.',
  },
  relieved: {
    subject: 'Du trenger ikke betale tilbake resten',
    heading: 'Du trenger ikke betale tilbake resten',
    given: (institution) => `${institution} har gitt opp det som gjensto av kravet mot deg.`,
    todo: 'Ingenting. Ikke betal noe mer med det gamle KID-nummeret.',
  },
};
