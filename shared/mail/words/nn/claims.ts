import type { MailWords } from '../../language.ts';

export const claims: MailWords['claims'] = {
  slip: {
    title: 'Slik betaler du',
    amount: 'Beløp',
    account: 'Til konto',
    kid: 'KID-nummer',
    to: 'Mottakar',
    due: 'Forfall',
  },
  account: {
    title: 'Kravet',
    demanded: 'Kravd',
    inLocal: (amount) => `${amount} i lokal valuta`,
    received: (day) => `Motteke ${day}`,
    waived: 'Ettergitt',
    writtenOff: 'Avskrive',
    cancelled: 'Fråfalle',
    open: 'Står att å betale tilbake',
  },
  setOff: 'Motrekning',
  evidence: 'Dokumentasjon',
  seeClaim: 'Sjå korleis det står med kravet',
  decide: 'Avgjer',
  lookAndDecide: 'Sjå og avgjer',
  payAsAbove: 'Betal beløpet til kontoen over, med KID-nummeret.',
  demandApproval: {
    subject: (amount) => `Eit krav om tilbakebetaling av ${amount} ventar på godkjenning frå ein annan person`,
    heading: 'Eit krav om tilbakebetaling ventar på godkjenning frå ein annan person',
    why: 'Alle krav blir kontrollerte av ein annan person før dei blir sende.',
    entitled: 'Det deltakaren har krav på',
    demanded: 'Dette blir kravd',
    todo: 'Kontroller utrekninga, og lat kravet bli sendt om ho er rett.',
    action: 'Sjå på kravet',
  },
  demand: {
    subject: (amount) => `Betal tilbake ${amount} av Erasmus+-stipendet ditt`,
    heading: (amount) => `Du må betale tilbake ${amount}`,
    why: 'Stipendet ditt er rekna ut etter dei stadfesta datoane. Du har fått utbetalt meir enn du har krav på.',
    entitled: 'Det du har krav på',
    inParts: 'Du kan betale i delar: Kvar del tel når han har det same KID-nummeret.',
    object:
      'Meiner du at kravet er feil, kan du klage på sida di: Du treng ikkje betale før kontoret har avgjort klaga.',
    illness:
      'Viss det var sjukdom som hindra opphaldet, kan du be om å behalde stipendet på sida di; då må du ha legeerklæring.',
    todo: 'Betal beløpet til kontoen over, med KID-nummeret. Kan du ikkje betale alt på éin gong, be om å få betale i delar på sida di før fristen.',
  },
  reminder: {
    subject: (amount) => `Påminning: ${amount} av Erasmus+-stipendet ditt skal betalast tilbake`,
    heading: (amount) => `${amount} er enno ikkje betalt tilbake`,
  },
  received: {
    part: {
      subject: (amount) => `Takk: ${amount ?? 'betalinga di'} har kome`,
      heading: 'Betalinga di har kome',
      todo: 'Betal resten, med det same KID-nummeret.',
    },
    all: {
      subject: 'Takk: Alt er betalt tilbake',
      heading: 'Alt er betalt tilbake',
    },
  },
  overdue: {
    subject: (name) => `Ei tilbakebetaling har forfalle: Avgjer kva som skal skje for ${name}`,
    heading: 'Ei tilbakebetaling har forfalle',
    reminded:
      'Deltakaren har fått påminningar slik reglane seier, og kravet er ikkje betalt. Ingenting skjer før du har avgjort saka.',
    todo: 'Gi meir tid, avtal betaling i delar, send kravet til inkasso, eller føreslå å ettergi eller avskrive resten. Dei to siste blir avgjorde av ein annan person.',
  },
  extended: {
    subject: 'Du har fått meir tid til å betale tilbake',
    heading: 'Du har fått meir tid til å betale tilbake',
    given: 'Internasjonalt kontor har gitt deg meir tid.',
  },
  reliefApproval: {
    heading: 'Eit framlegg om å gi opp eit krav ventar på godkjenning frå ein annan person',
    waive: {
      subject: 'Eit framlegg om å ettergi eit krav ventar på godkjenning frå ein annan person',
      proposed: (name) => `${name} føreslår å ettergi det som står att av kravet.`,
    },
    'write-off': {
      subject: 'Avskriving av eit krav ventar på godkjenning frå ein annan person',
      proposed: (name) => `${name} føreslår å avskrive det som står att av kravet.`,
    },
    todo: 'Avgjer om resten skal givast opp.',
  },
  relieved: {
    subject: 'Du treng ikkje betale tilbake resten',
    heading: 'Du treng ikkje betale tilbake resten',
    given: (institution) => `${institution} har gitt opp det som stod att av kravet mot deg.`,
    todo: 'Ingenting. Ikkje betal noko meir med det gamle KID-nummeret.',
  },
};
