import type { PageWords } from '../index.ts';

export const form: PageWords['form'] = {
  optional: 'valfritt',
  tooLong: (most, has) => `Bruk høgst ${most} teikn; her er det ${has}.`,
  notMail: 'Dette er ikkje ei e-postadresse. Skriv ho som namn@universitet.no.',
  notDate: (example) => `Dette er ikkje ein dato. Skriv år, månad og dag, til dømes ${example}.`,
  notWhole: 'Skriv eit heilt tal, berre siffer.',
  outside: (least, most) => `Oppgi eit tal frå ${least} til ${most}.`,
  payee: {
    unit: 'Eininga eller fakultetet ditt',
    unitHint: 'Stipendet blir betalt dit, ikkje til deg.',
    unitMissing: 'Oppgi namnet på eininga eller fakultetet ditt.',
    costCentre: 'Kostnadsstaden til eininga',
    costCentreHint: (digits, example) => `${digits} siffer, til dømes ${example}.`,
    costCentreMissing: 'Oppgi kostnadsstaden til eininga eller fakultetet ditt.',
    givesTheGrant: (institution) =>
      `Dette er kostnadsstaden som ${institution} betaler stipendet frå. Oppgi kostnadsstaden til eininga di.`,
    notCostCentre: (digits, example) =>
      `Ein kostnadsstad har ${digits} siffer, til dømes ${example}. Spør eininga di kva som er hennar eigen.`,
    paysTheGrant: (institution) => `Dette er kontoen som ${institution} betaler stipendet frå. Oppgi din eigen.`,
  },
  file: {
    limits: (megabytes) => `PDF, JPEG eller PNG, høgst ${megabytes} MB.`,
    missing: 'Vel ei fil.',
    incomplete: 'Gå tilbake og send fila på nytt.',
    otherKind:
      'Last opp ein PDF eller eit bilete som JPEG eller PNG. Andre dokument kan du lagre eller skrive ut som PDF.',
    tooLarge: (megabytes) =>
      `Ei fil kan vere på høgst ${megabytes} MB. Lagre ho mindre, til dømes som ein PDF på ei side eller to.`,
  },
  code: {
    why: (address) => `For å vere sikre på at det er deg, sender vi ein kode til ${address}. Du skriv han her på sida.`,
    send: 'Send meg ein kode',
    sendAnother: 'Send meg ein ny kode',
    label: 'Koden frå e-posten',
    hint: (address, minutes) => `Seks siffer, sende til ${address}. Koden verkar i ${minutes} minutt, éin gong.`,
    onItsWay: (address) =>
      `Ein kode er på veg til ${address}. Skriv han inn nedanfor. Kjem han ikkje innan nokre minutt, sjå i søppelposten.`,
    tooMany: (from) =>
      `Du har fått fem kodar på ein time, og det er det meste vi sender. Du kan be om ein ny frå ${from}.`,
    missing: 'Skriv inn koden frå e-posten.',
    wrong: (left) =>
      `Dette er ikkje koden. Du har ${left === 1 ? 'eitt forsøk' : `${left} forsøk`} att; så må du be om ein ny kode.`,
    locked: 'Koden er skriven feil for mange gonger og verkar ikkje lenger. Be om ein ny.',
    expired: (minutes) => `Koden er meir enn ${minutes} minutt gammal og verkar ikkje lenger. Be om ein ny.`,
    none: 'Ingen kode er open for denne sida. Be om ein ny; kvar kode verkar éin gong.',
  },
};
