import type { PageWords } from '../index.ts';

export const changes: PageWords['changes'] = {
  title: 'Wijzigingen tijdens uw verblijf',
  extension: {
    action: 'Een langer verblijf vragen',
    about: (until, by) =>
      `Uw overeenkomst eindigt op ${until}. Tot en met ${by} kunt u een latere laatste dag vragen. U ziet wat het oplevert voordat u het verstuurt.`,
    late: (by, email) =>
      `Een langer verblijf kon tot ${by} worden gevraagd. Schrijf naar ${email} als iets u daarvan heeft afgehouden.`,
    afterPaid:
      'Dagen die uw gastinstelling boven de overeengekomen dagen bevestigt, worden volgens de regels van uw overeenkomst berekend.',
    afterUnpaid: 'U mag langer blijven, maar zonder gewijzigde overeenkomst is er voor die dagen geen beurs.',
    end: 'Nieuwe laatste dag bij de gastinstelling',
    endHint: 'De laatste dag waarop u aanwezig moet zijn.',
    endMissing: 'Geef de nieuwe laatste dag.',
    reason: 'Waarom u langer wilt blijven',
    reasonHint: 'Een paar woorden. Schrijf niets over uw gezondheid.',
    reasonMissing: 'Geef aan waarom u langer wilt blijven.',
    button: 'Ondertekenen en versturen',
    notLater: (end) => `Uw overeenkomst loopt al tot ${end}. Geef een latere dag.`,
    ifGranted: (end) => `Als u tot en met ${end} mag blijven:`,
    now: 'Nu overeengekomen',
    later: 'Dan overeengekomen',
    more: 'Verschil, betaald met de rest na het verblijf',
    same: 'Het overeengekomen bedrag blijft gelijk tot uw gastinstelling uw dagen heeft bevestigd.',
    working: 'De overeenkomst tot dan',
    budget: 'Het internationale kantoor kan het alleen toestaan zolang er geld in het project over is.',
    asked: (end, on) =>
      `Op ${on} vroeg u om tot ${end} te blijven. Het internationale kantoor beslist, en u krijgt een e-mail.`,
    granted: (end, on) => `Op ${on} is uw verblijf verlengd tot en met ${end} en uw overeenkomst gewijzigd.`,
    refused: (end, on, why) => `Op ${on} is een verblijf tot ${end} afgewezen: ${why}`,
  },
  decideExtension: {
    title: 'Een deelnemer vraagt om een langer verblijf',
    nothing: 'In dit dossier hoeft over geen langer verblijf te worden beslist.',
    wasGranted: (by, end) => `${by} heeft het verblijf tot ${end} toegestaan.`,
    wasRefused: (by, end) => `${by} heeft het verblijf tot ${end} afgewezen.`,
    asked: 'Gevraagd tot',
    askedOn: 'Gevraagd op',
    reason: 'Reden',
    choice: 'Uw beslissing',
    grant: 'Toestaan',
    grantHint: (more) =>
      `De overeenkomst wordt in uw naam gewijzigd, en ${more} extra wordt uit het project gereserveerd.`,
    grantSame: 'De overeenkomst wordt in uw naam gewijzigd; het overeengekomen bedrag blijft gelijk.',
    refuse: 'Afwijzen',
    refuseHint: 'De overeenkomst blijft zoals zij is. De deelnemer leest uw reden.',
    choiceMissing: 'Kies of u het langere verblijf toestaat.',
    answer: 'Reden van afwijzing',
    answerHint: 'Alleen bij een afwijzing; de deelnemer leest die zoals u hem schrijft.',
    answerMissing: 'Geef de deelnemer een reden.',
    name: 'Uw naam',
    nameHint: 'Hij staat namens de instelling op de gewijzigde overeenkomst.',
    nameMissing: 'Geef uw naam.',
    button: 'Beslissen',
  },
  dones: {
    extended: 'Uw verzoek is aangekomen. Het internationale kantoor beslist, en u krijgt een e-mail.',
  },
};
