import type { MailWords } from '../../language.ts';

export const ranking: MailWords['ranking'] = {
  subject: (day) => `Godkjend: Erasmus+-stipenda blir fordelte ${day}`,
  heading: 'Søknaden din er godkjend og blir rangert',
  how: (day) =>
    `Alle godkjende søknader i runden din blir rangerte ${day}, og pengane i utlysinga blir fordelte etter rangeringa så langt dei rekk. Då får du ein avtale til signering, eller plassen din på ventelista.`,
  rankedBy: 'Rangert etter',
  byPoints: (most, about) => `poeng frå internasjonalt kontor, 0 til ${most}: ${about}`,
  byEarlierDays: 'dagar med tidlegare Erasmus+-opphald: færre går først',
  byTime: 'tidspunktet for søknaden: den tidlegaste går først',
  lateBehind: (day) => `søknader etter ${day} kjem bak alle andre`,
  yourPoints: 'Poenga dine',
  ranking: 'Rangering',
  of: (number, all) => `${number} av ${all}`,
  place: (place) => `Plass ${place}`,
  withPoints: (points) => `med ${points} poeng`,
  behind: 'Bak rangeringa, fordi søknaden vart godkjend etter henne',
  todo: 'Ingenting no. Ikkje rekn med stipendet før du har signert ein avtale.',
};
