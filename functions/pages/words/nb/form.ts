import type { PageWords } from '../index.ts';

export const form: PageWords['form'] = {
  optional: 'valgfritt',
  tooLong: (most, has) => `Bruk høyst ${most} tegn; her er det ${has}.`,
  notMail: 'Dette er ikke en e-postadresse. Skriv den som navn@universitet.no.',
  notDate: (example) => `Dette er ikke en dato. Skriv år, måned og dag, for eksempel ${example}.`,
  notWhole: 'Skriv et helt tall, bare sifre.',
  outside: (least, most) => `Oppgi et tall fra ${least} til ${most}.`,
  payee: {
    unit: 'Enheten eller fakultetet ditt',
    unitHint: 'Stipendet utbetales dit, ikke til deg.',
    unitMissing: 'Oppgi navnet på enheten eller fakultetet ditt.',
    costCentre: 'Koststedet til enheten',
    costCentreHint: (digits, example) => `${digits} sifre, for eksempel ${example}.`,
    costCentreMissing: 'Oppgi koststedet til enheten eller fakultetet ditt.',
    givesTheGrant: (institution) =>
      `Dette er koststedet som ${institution} betaler stipendet fra. Oppgi koststedet til enheten din.`,
    notCostCentre: (digits, example) =>
      `Et koststed har ${digits} sifre, for eksempel ${example}. Spør enheten din om dens eget.`,
    paysTheGrant: (institution) => `Dette er kontoen som ${institution} betaler stipendet fra. Oppgi din egen.`,
  },
  file: {
    limits: (megabytes) => `PDF, JPEG eller PNG, høyst ${megabytes} MB.`,
    missing: 'Velg en fil.',
    incomplete: 'Gå tilbake og send filen på nytt.',
    otherKind:
      'Last opp en PDF eller et bilde som JPEG eller PNG. Andre dokumenter kan du lagre eller skrive ut som PDF.',
    tooLarge: (megabytes) =>
      `En fil kan være på høyst ${megabytes} MB. Lagre den mindre, for eksempel som en PDF på en side eller to.`,
  },
  code: {
    why: (address) =>
      `For å være sikre på at det er deg, sender vi en kode til ${address}. Du skriver den her på siden.`,
    send: 'Send meg en kode',
    sendAnother: 'Send meg en ny kode',
    label: 'Koden fra e-posten',
    hint: (address, minutes) => `Seks sifre, sendt til ${address}. Den virker i ${minutes} minutter, én gang.`,
    onItsWay: (address) =>
      `En kode er på vei til ${address}. Skriv den inn nedenfor. Kommer den ikke i løpet av noen minutter, se i søppelposten.`,
    tooMany: (from) =>
      `Du har fått fem koder på en time, og det er det meste vi sender. Du kan be om en ny fra ${from}.`,
    missing: 'Skriv inn koden fra e-posten.',
    wrong: (left) =>
      `Dette er ikke koden. Du har ${left === 1 ? 'ett forsøk' : `${left} forsøk`} igjen; så må du be om en ny kode.`,
    locked: 'Koden er skrevet feil for mange ganger og virker ikke lenger. Be om en ny.',
    expired: (minutes) => `Koden er mer enn ${minutes} minutter gammel og virker ikke lenger. Be om en ny.`,
    none: 'Ingen kode er åpen for denne siden. Be om en ny; hver kode virker én gang.',
  },
};
