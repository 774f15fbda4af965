import type { PageWords } from '../../index.ts';

export const stay: PageWords['decisions']['stay'] = {
  title: 'Een Erasmus+-verblijf bevestigen',
  lead: (name) => `Bevestig de data waarop ${name} bij uw instelling aanwezig moest zijn.`,
  toldLastDay: (day) => `De deelnemer heeft ons laten weten dat ${day} de laatste dag was.`,
  role: 'Uw functie',
  roleHint: 'Bijvoorbeeld: Erasmus-coördinator.',
  roleMissing: 'Geef uw functie bij de gastinstelling.',
  button: 'Deze data bevestigen',
  confirmedAlready: (moment, period) =>
    `De data van dit verblijf zijn op ${moment} bevestigd: ${period}. Kloppen ze niet, schrijf dan naar het international office.`,
  endedAlready: (moment) => `Dit verblijf is op ${moment} zonder bevestigde data beëindigd.`,
  nothing: 'Er is hier nu geen verblijf te bevestigen.',
  startHint: 'Eerste dag waarop aanwezigheid vereist was.',
  endHint: 'Laatste dag waarop aanwezigheid vereist was.',
  reversed: 'De laatste dag ligt voor de eerste dag. Controleer beide.',
  future: 'De laatste dag ligt in de toekomst. Bevestig het verblijf wanneer het is afgelopen.',
  differs: 'Deze data wijken af van het plan',
  planned: 'Gepland',
  given: 'U geeft op',
  asMany: 'evenveel dagen',
  more: (days) => `${Math.abs(days)} ${Math.abs(days) === 1 ? 'dag' : 'dagen'} ${days > 0 ? 'meer' : 'minder'}`,
  onceMore: 'Kloppen ze, verstuur ze dan nog een keer.',
  confirmed: (by, period) => `${by} bevestigde de data ${period}.`,
  review: {
    title: 'Een bevestiging van verblijf bekijken',
    uploaded: 'Geüploade bevestiging',
    care: 'Van het bestand zijn alleen soort en grootte gecontroleerd. Open het met zorg.',
    lead: 'Vul de eerste en laatste dag in die het document bevestigt. Is het niet goed genoeg, verlaat dan deze pagina: de gastinstelling en de deelnemer worden herinnerd zoals voorheen.',
    name: 'Die wordt bij de data bewaard.',
    button: 'Deze data invoeren',
  },
};
