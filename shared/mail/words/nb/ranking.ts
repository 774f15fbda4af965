import type { MailWords } from '../../language.ts';

export const ranking: MailWords['ranking'] = {
  subject: (day) => `Godkjent: Erasmus+-stipendene fordeles ${day}`,
  heading: 'Søknaden din er godkjent og blir rangert',
  how: (day) =>
    `Alle godkjente søknader i din runde rangeres ${day}, og pengene i utlysningen fordeles etter rangeringen så langt de rekker. Da får du en avtale til signering, eller plassen din på ventelisten.`,
  rankedBy: 'Rangert etter',
  byPoints: (most, about) => `poeng fra internasjonalt kontor, 0 til ${most}: ${about}`,
  byEarlierDays: 'dager med tidligere Erasmus+-opphold: færre går først',
  byTime: 'tidspunktet for søknaden: den tidligste går først',
  lateBehind: (day) => `søknader etter ${day} kommer bak alle andre`,
  yourPoints: 'Poengene dine',
  ranking: 'Rangering',
  of: (number, all) => `${number} av ${all}`,
  place: (place) => `Plass ${place}`,
  withPoints: (points) => `med ${points} poeng`,
  behind: 'Bak rangeringen, fordi søknaden ble godkjent etter den',
  todo: 'Ingenting nå. Ikke regn med stipendet før du har signert en avtale.',
};
