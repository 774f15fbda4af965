import type { Language } from '../rulebook/types.ts';

/** What is wrong with an account that somebody typed, and what to do about it. None repeats what was typed. */
interface AccountFaults {
  readonly missing: string;
  readonly tooLong: string;
  readonly otherCharacters: string;
  readonly neither: string;
  readonly numberLength: (has: number) => string;
  readonly noSuchCountry: (letters: string) => string;
  readonly ibanLength: (country: string, length: number, has: number) => string;
  readonly ibanStart: string;
  readonly mistypedNumber: string;
  readonly mistypedIban: string;
}

const all: Readonly<Record<Language, AccountFaults>> = {
  en: {
    missing: 'Give an account: eleven digits for a Norwegian one, otherwise an IBAN.',
    tooLong: 'This is too long for an account: a Norwegian one has 11 digits, an IBAN at most 34 characters.',
    otherCharacters: 'An account has digits and the letters A to Z only. Remove the other characters.',
    neither: 'This is neither eleven digits nor an IBAN, which begins with two letters such as NO or DE.',
    numberLength: (has) =>
      `A Norwegian account number has 11 digits; this one has ${has}. For an account abroad give its IBAN.`,
    noSuchCountry: (letters) =>
      `No country with IBANs has the letters ${letters}. An IBAN begins with the country of the bank, e.g. NO or DE.`,
    ibanLength: (country, length, has) =>
      `An IBAN that begins with ${country} has ${length} characters; this one has ${has}.`,
    ibanStart: 'After the country, an IBAN has two digits. Check the first four characters.',
    mistypedNumber:
      "This account number is mistyped: its check digits do not fit the rest. Copy it from your bank's page.",
    mistypedIban: "This IBAN is mistyped: its check digits do not fit the rest. Copy it from your bank's page.",
  },
  nb: {
    missing: 'Oppgi en konto: elleve sifre for en norsk konto, ellers IBAN.',
    tooLong: 'Dette er for langt til å være en konto: En norsk konto har 11 sifre, en IBAN høyst 34 tegn.',
    otherCharacters: 'En konto har bare sifre og bokstavene A til Z. Fjern de andre tegnene.',
    neither: 'Dette er verken elleve sifre eller en IBAN, som begynner med to bokstaver, for eksempel NO eller DE.',
    numberLength: (has) =>
      `Et norsk kontonummer har 11 sifre; dette har ${has}. Oppgi IBAN hvis kontoen er i utlandet.`,
    noSuchCountry: (letters) =>
      `Ingen land med IBAN har bokstavene ${letters}. En IBAN begynner med landet der banken er, for eksempel NO eller DE.`,
    ibanLength: (country, length, has) => `En IBAN som begynner med ${country}, har ${length} tegn; denne har ${has}.`,
    ibanStart: 'Etter landet har en IBAN to sifre. Kontroller de fire første tegnene.',
    mistypedNumber:
      'Kontonummeret er skrevet feil: Kontrollsifferet passer ikke til resten. Kopier det fra nettbanken din.',
    mistypedIban: 'IBAN-en er skrevet feil: Kontrollsifrene passer ikke til resten. Kopier den fra nettbanken din.',
  },
  nn: {
    missing: 'Oppgi ein konto: elleve siffer for ein norsk konto, elles IBAN.',
    tooLong: 'Dette er for langt til å vere ein konto: Ein norsk konto har 11 siffer, ein IBAN høgst 34 teikn.',
    otherCharacters: 'Ein konto har berre siffer og bokstavane A til Z. Fjern dei andre teikna.',
    neither: 'Dette er verken elleve siffer eller ein IBAN, som byrjar med to bokstavar, til dømes NO eller DE.',
    numberLength: (has) =>
      `Eit norsk kontonummer har 11 siffer; dette har ${has}. Oppgi IBAN dersom kontoen er i utlandet.`,
    noSuchCountry: (letters) =>
      `Ingen land med IBAN har bokstavane ${letters}. Ein IBAN byrjar med landet der banken er, til dømes NO eller DE.`,
    ibanLength: (country, length, has) => `Ein IBAN som byrjar med ${country}, har ${length} teikn; denne har ${has}.`,
    ibanStart: 'Etter landet har ein IBAN to siffer. Sjekk dei fire første teikna.',
    mistypedNumber:
      'Kontonummeret er skrive feil: Kontrollsifferet passar ikkje til resten. Kopier det frå nettbanken din.',
    mistypedIban: 'IBAN-en er skriven feil: Kontrollsiffera passar ikkje til resten. Kopier han frå nettbanken din.',
  },
  nl: {
    missing: 'Geef een rekening: elf cijfers voor een Noorse, anders een IBAN.',
    tooLong: 'Dit is te lang voor een rekening: een Noorse heeft 11 cijfers, een IBAN ten hoogste 34 tekens.',
    otherCharacters: 'Een rekening heeft alleen cijfers en de letters A tot en met Z. Haal de andere tekens weg.',
    neither: 'Dit zijn geen elf cijfers en ook geen IBAN, die met twee letters zoals NO of DE begint.',
    numberLength: (has) =>
      `Een Noors rekeningnummer heeft 11 cijfers; dit heeft er ${has}. Geef voor een andere rekening de IBAN.`,
    noSuchCountry: (letters) =>
      `Geen land met IBAN heeft de letters ${letters}. Een IBAN begint met het land van de bank, bijvoorbeeld NL of NO.`,
    ibanLength: (country, length, has) =>
      `Een IBAN die met ${country} begint, heeft ${length} tekens; deze heeft er ${has}.`,
    ibanStart: 'Na het land heeft een IBAN twee cijfers. Controleer de eerste vier tekens.',
    mistypedNumber:
      'Dit rekeningnummer is verkeerd getypt: het controlecijfer past niet bij de rest. Kopieer het van de site van uw bank.',
    mistypedIban:
      'Deze IBAN is verkeerd getypt: de controlecijfers passen niet bij de rest. Kopieer hem van de site van uw bank.',
  },
};

export const accountFaults = (language: Language): AccountFaults => all[language];
