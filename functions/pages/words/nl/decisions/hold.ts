import type { PageWords } from '../../index.ts';

export const hold: PageWords['decisions']['hold'] = {
  seeWhy: 'Betalingen van dit dossier worden tegengehouden: zie waarom',
  way: 'Betalingen van dit dossier tegenhouden',
  titleHeld: 'Betalingen worden tegengehouden',
  title: 'Betalingen tegenhouden',
  waits: (by, reason, payment) =>
    `${by} houdt betalingen tegen: ${reason} Betaling ${payment} wacht op een tweede persoon, die per mail is gevraagd haar vrij te geven.`,
  left: (payment) =>
    `Betaling ${payment} is al weg. Roep haar terug waar zij nu is; de volgende kan worden tegengehouden als deze is geboekt.`,
  nothing: 'In dit dossier hoeft niets te worden betaald dat kan worden tegengehouden.',
  noneUnderWay: 'er is er geen onderweg; de volgende zou worden tegengehouden',
  keptBy: 'Tegengehouden door',
  nameLift: 'Iemand anders dan wie de betalingen tegenhoudt.',
  reasonHint:
    'Uw collega’s lezen het. De deelnemer ziet alleen dat de betaling wordt tegengehouden totdat iets is uitgezocht.',
  reasonMissing: 'Zeg waarom de betaling wordt tegengehouden.',
  nameKeep: 'Een collega moet de betaling weer vrijgeven.',
  lift: 'Betalingen weer vrijgeven',
};
