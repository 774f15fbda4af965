import type { PageWords } from '../../index.ts';

export const stay: PageWords['decisions']['stay'] = {
  title: 'Bekreft et Erasmus+-opphold',
  lead: (name) => `Vi ber deg bekrefte datoene da ${name} måtte være til stede hos dere.`,
  toldLastDay: (day) => `Deltakeren har oppgitt at ${day} var siste dag.`,
  role: 'Rollen din',
  roleHint: 'For eksempel: Erasmus-koordinator.',
  roleMissing: 'Oppgi rollen din hos vertsinstitusjonen.',
  button: 'Bekreft disse datoene',
  confirmedAlready: (moment, period) =>
    `Datoene for dette oppholdet ble bekreftet ${moment}: ${period}. Er de feil, skriv til internasjonalt kontor.`,
  endedAlready: (moment) => `Dette oppholdet ble avsluttet ${moment} uten bekreftede datoer.`,
  nothing: 'Det er ikke noe opphold å bekrefte her nå.',
  startHint: 'Første dag deltakeren måtte være til stede.',
  endHint: 'Siste dag deltakeren måtte være til stede.',
  reversed: 'Siste dag ligger før første dag. Sjekk begge.',
  future: 'Siste dag ligger fram i tid. Bekreft oppholdet når det er slutt.',
  differs: 'Disse datoene avviker fra planen',
  planned: 'Planlagt',
  given: 'Du oppgir',
  asMany: 'like mange dager',
  more: (days) => `${Math.abs(days)} ${Math.abs(days) === 1 ? 'dag' : 'dager'} ${days > 0 ? 'mer' : 'mindre'}`,
  onceMore: 'Er de riktige, send dem en gang til.',
  confirmed: (by, period) => `${by} bekreftet datoene ${period}.`,
  review: {
    title: 'Se på en oppholdsbekreftelse',
    uploaded: 'Opplastet bekreftelse',
    care: 'Bare filtypen og størrelsen er kontrollert. Vær forsiktig når du åpner filen.',
    lead: 'Oppgi første og siste dag som dokumentet bekrefter. Er det ikke godt nok, forlat siden: Verten og deltakeren får påminnelser som før.',
    name: 'Det tas vare på sammen med datoene.',
    button: 'Lagre disse datoene',
  },
};
