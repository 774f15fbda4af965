import type { PageWords } from '../../index.ts';

export const office: PageWords['decisions']['office'] = {
  ends: {
    balance: (amount) => `${amount} til ville bli utbetalt.`,
    settled: () => 'Ingen av partene måtte betale noe mer.',
    recovery: (amount) => `${amount} ville bli krevd tilbake.`,
  },
  silence: {
    title: 'Det har ikke kommet noen oppholdsbekreftelse',
    ended: (moment) => `Oppholdet ble avsluttet ${moment}. Det er ingenting å avgjøre.`,
    nothing: 'Det er ingenting å avgjøre her nå.',
    coordinator: 'Kontaktperson hos verten',
    participant: 'Deltaker',
    paid: 'Utbetalt til nå',
    ifDemanded: 'Hvis du krever pengene tilbake',
    extend: 'Gi mer tid',
    extendHint: (day) => `Verten og deltakeren blir spurt igjen, med frist ${day}.`,
    demand: 'Krev pengene tilbake',
    demandHint: 'Oppholdet regnes som ikke dokumentert. En annen person ser på kravet før det sendes.',
    choiceMissing: 'Velg hva som skal skje.',
    extended: (by) => `${by} bestemte å gi mer tid.`,
    demanded: (by) => `${by} bestemte å kreve pengene tilbake.`,
  },
  illness: {
    title: 'Sykdom: Skal deltakeren beholde stipendet?',
    notAsked: 'Ingen har bedt om dette.',
    theOffice: 'Kontoret',
    wasKept: (by) => `${by} har avgjort at deltakeren beholder stipendet.`,
    wasCalculated: (by) => `${by} har avgjort at stipendet beregnes etter dagene deltakeren var der.`,
    asked: 'Søkt',
    dates: 'Datoer',
    noDates: 'reiste aldri, eller ikke bekreftet',
    certificate: 'Legeerklæring',
    certificateCare:
      'Den er bare til denne avgjørelsen. Lenken åpner den ikke lenger når du har avgjort saken; ikke ta vare på noen kopi.',
    ifRefused: 'Hvis det blir avslag',
    keep: 'Deltakeren beholder det som er utbetalt',
    keepHint: (paid) =>
      `${paid} er utbetalt. Et åpent krav faller bort, og det som er tilbakebetalt av det, utbetales på nytt.`,
    refuse: 'Avslå',
    refuseHint: 'Stipendet beregnes etter dagene deltakeren var der, som vist over.',
    choiceMissing: 'Velg om deltakeren beholder stipendet.',
    kept: (by) => `${by} avgjorde at deltakeren beholder stipendet på grunn av sykdom.`,
    calculated: (by) => `${by} avgjorde at stipendet beregnes etter dagene deltakeren var der.`,
  },
};
