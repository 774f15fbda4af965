import type { PageWords } from '../index.ts';

export const form: PageWords['form'] = {
  optional: 'niet verplicht',
  tooLong: (most, has) => `Gebruik ten hoogste ${most} tekens; dit zijn er ${has}.`,
  notMail: 'Dit is geen e-mailadres. Schrijf het als naam@universiteit.nl.',
  notDate: (example) => `Dit is geen datum. Schrijf jaar, maand en dag, bijvoorbeeld ${example}.`,
  notWhole: 'Schrijf een geheel getal, alleen cijfers.',
  outside: (least, most) => `Geef een getal van ${least} tot en met ${most}.`,
  payee: {
    unit: 'Uw eenheid of faculteit',
    unitHint: 'De beurs wordt daaraan betaald, niet aan u.',
    unitMissing: 'Geef de naam van uw eenheid of faculteit.',
    costCentre: 'De kostenplaats ervan',
    costCentreHint: (digits, example) => `${digits} cijfers, bijvoorbeeld ${example}.`,
    costCentreMissing: 'Geef de kostenplaats van uw eenheid of faculteit.',
    givesTheGrant: (institution) =>
      `Dit is de kostenplaats waaruit ${institution} de beurs betaalt. Geef die van uw eigen eenheid.`,
    notCostCentre: (digits, example) =>
      `Een kostenplaats heeft ${digits} cijfers, bijvoorbeeld ${example}. Vraag uw eenheid naar de hare.`,
    paysTheGrant: (institution) =>
      `Dit is de rekening waarvan ${institution} de beurs betaalt. Geef uw eigen rekening.`,
  },
  file: {
    limits: (megabytes) => `Pdf, JPEG of PNG, ten hoogste ${megabytes} MB.`,
    missing: 'Kies een bestand.',
    incomplete: 'Ga terug en verstuur het bestand opnieuw.',
    otherKind: 'Upload een pdf, of een foto als JPEG of PNG. Andere documenten kunt u opslaan of afdrukken als pdf.',
    tooLarge: (megabytes) =>
      `Een bestand mag ten hoogste ${megabytes} MB groot zijn. Sla het kleiner op, bijvoorbeeld als pdf van een of twee bladzijden.`,
  },
  code: {
    why: (address) =>
      `Om zeker te weten dat u het bent, sturen wij een code naar ${address}. U typt die op deze pagina.`,
    send: 'Stuur mij een code',
    sendAnother: 'Stuur mij een nieuwe code',
    label: 'Code uit de e-mail',
    hint: (address, minutes) => `Zes cijfers, verstuurd naar ${address}. De code werkt ${minutes} minuten, één keer.`,
    onItsWay: (address) =>
      `Er is een code onderweg naar ${address}. Typ die hieronder. Komt de code niet binnen enkele minuten, kijk dan bij de ongewenste e-mail.`,
    tooMany: (from) =>
      `U hebt binnen een uur vijf codes gekregen; meer sturen wij er niet. U kunt een nieuwe vragen vanaf ${from}.`,
    missing: 'Typ de code uit de e-mail.',
    wrong: (left) =>
      `Dit is niet de code. U hebt nog ${left === 1 ? 'één poging' : `${left} pogingen`}; daarna is een nieuwe code nodig.`,
    locked: 'De code is te vaak verkeerd getypt en werkt niet meer. Vraag een nieuwe.',
    expired: (minutes) => `De code is ouder dan ${minutes} minuten en werkt niet meer. Vraag een nieuwe.`,
    none: 'Voor deze pagina staat geen code open. Vraag een nieuwe; elke code werkt één keer.',
  },
};
