import type { PageWords } from '../../index.ts';

export const office: PageWords['decisions']['office'] = {
  ends: {
    balance: (amount) => `${amount} til ville bli betalt ut.`,
    settled: () => 'Ingen av partane måtte betale noko meir.',
    recovery: (amount) => `${amount} ville bli kravd tilbake.`,
  },
  silence: {
    title: 'Det har ikkje kome noka stadfesting av opphaldet',
    ended: (moment) => `Opphaldet vart avslutta ${moment}. Det er ingenting å avgjere.`,
    nothing: 'Det er ingenting å avgjere her no.',
    coordinator: 'Kontaktperson hos verten',
    participant: 'Deltakar',
    paid: 'Betalt ut til no',
    ifDemanded: 'Dersom du krev pengane tilbake',
    extend: 'Gi meir tid',
    extendHint: (day) => `Verten og deltakaren blir spurde igjen, med frist ${day}.`,
    demand: 'Krev pengane tilbake',
    demandHint: 'Opphaldet blir rekna som ikkje dokumentert. Ein annan person ser på kravet før det blir sendt.',
    choiceMissing: 'Vel kva som skal skje.',
    extended: (by) => `${by} bestemte å gi meir tid.`,
    demanded: (by) => `${by} bestemte å krevje pengane tilbake.`,
  },
  illness: {
    title: 'Sjukdom: Skal deltakaren behalde stipendet?',
    notAsked: 'Ingen har bede om dette.',
    theOffice: 'Kontoret',
    wasKept: (by) => `${by} har avgjort at deltakaren får behalde stipendet.`,
    wasCalculated: (by) => `${by} har avgjort at stipendet blir rekna ut etter dagane deltakaren var der.`,
    asked: 'Søkt',
    dates: 'Datoar',
    noDates: 'reiste aldri, eller ikkje stadfesta',
    certificate: 'Legeerklæring',
    certificateCare:
      'Ho er berre til denne avgjerda. Lenkja opnar ho ikkje lenger når du har avgjort saka; ikkje ta vare på nokon kopi.',
    ifRefused: 'Dersom det blir avslag',
    keep: 'Deltakaren får behalde det som er betalt ut',
    keepHint: (paid) =>
      `${paid} er betalt ut. Eit ope krav fell bort, og det som er betalt tilbake av det, blir betalt ut på nytt.`,
    refuse: 'Avslå',
    refuseHint: 'Stipendet blir rekna ut etter dagane deltakaren var der, som vist over.',
    choiceMissing: 'Vel om deltakaren får behalde stipendet.',
    kept: (by) => `${by} avgjorde at deltakaren får behalde stipendet på grunn av sjukdom.`,
    calculated: (by) => `${by} avgjorde at stipendet blir rekna ut etter dagane deltakaren var der.`,
  },
};
