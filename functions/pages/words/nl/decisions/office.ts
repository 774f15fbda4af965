import type { PageWords } from '../../index.ts';

export const office: PageWords['decisions']['office'] = {
  ends: {
    balance: (amount) => `Er zou nog ${amount} worden betaald.`,
    settled: () => 'Geen van beide partijen zou nog iets moeten betalen.',
    recovery: (amount) => `${amount} zou worden teruggevorderd.`,
  },
  silence: {
    title: 'Er is geen bevestiging van verblijf gekomen',
    ended: (moment) => `Het verblijf is op ${moment} beëindigd. Er is niets te beslissen.`,
    nothing: 'Er is hier nu niets te beslissen.',
    coordinator: 'Coördinator van de gastinstelling',
    participant: 'Deelnemer',
    paid: 'Tot nu toe betaald',
    ifDemanded: 'Als u het geld terugvordert',
    extend: 'Meer tijd geven',
    extendHint: (day) => `De gastinstelling en de deelnemer worden opnieuw gevraagd, tot uiterlijk ${day}.`,
    demand: 'Het geld terugvorderen',
    demandHint:
      'Het verblijf geldt als niet aangetoond. Een tweede persoon bekijkt de terugvordering voordat zij wordt verstuurd.',
    choiceMissing: 'Kies wat er gebeurt.',
    extended: (by) => `${by} besliste meer tijd te geven.`,
    demanded: (by) => `${by} besliste het geld terug te vorderen.`,
  },
  illness: {
    title: 'Ziekte: houdt de deelnemer de beurs?',
    notAsked: 'Niemand heeft hierom gevraagd.',
    theOffice: 'Het bureau',
    wasKept: (by) => `${by} heeft beslist dat de deelnemer de beurs houdt.`,
    wasCalculated: (by) => `${by} heeft beslist dat de beurs wordt berekend over de dagen van het verblijf.`,
    asked: 'Gevraagd',
    dates: 'Data',
    noDates: 'nooit vertrokken, of niet bevestigd',
    certificate: 'Medische verklaring',
    certificateCare:
      'Zij dient alleen voor deze beslissing. De link opent haar niet meer als u hebt beslist; bewaar er geen kopie van.',
    ifRefused: 'Als het verzoek wordt afgewezen',
    keep: 'De deelnemer houdt wat is betaald',
    keepHint: (paid) =>
      `Er is ${paid} betaald. Een openstaande terugvordering vervalt, en wat daarvan is terugbetaald, wordt opnieuw betaald.`,
    refuse: 'Afwijzen',
    refuseHint: 'De beurs wordt berekend over de dagen van het verblijf, zoals hierboven.',
    choiceMissing: 'Kies of de deelnemer de beurs houdt.',
    kept: (by) => `${by} besliste dat de deelnemer de beurs wegens ziekte houdt.`,
    calculated: (by) => `${by} besliste dat de beurs wordt berekend over de dagen van het verblijf.`,
  },
};
