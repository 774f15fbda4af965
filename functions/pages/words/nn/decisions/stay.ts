import type { PageWords } from '../../index.ts';

export const stay: PageWords['decisions']['stay'] = {
  title: 'Stadfest eit Erasmus+-opphald',
  lead: (name) => `Vi ber deg stadfeste datoane då ${name} måtte vere til stades hos dykk.`,
  toldLastDay: (day) => `Deltakaren har oppgitt at ${day} var siste dag.`,
  role: 'Rolla di',
  roleHint: 'Til dømes: Erasmus-koordinator.',
  roleMissing: 'Oppgi rolla di hos vertsinstitusjonen.',
  button: 'Stadfest desse datoane',
  confirmedAlready: (moment, period) =>
    `Datoane for dette opphaldet vart stadfesta ${moment}: ${period}. Er dei feil, skriv til internasjonalt kontor.`,
  endedAlready: (moment) => `Dette opphaldet vart avslutta ${moment} utan stadfesta datoar.`,
  nothing: 'Det er ikkje noko opphald å stadfeste her no.',
  startHint: 'Første dag deltakaren måtte vere til stades.',
  endHint: 'Siste dag deltakaren måtte vere til stades.',
  reversed: 'Siste dag ligg før første dag. Sjekk begge.',
  future: 'Siste dag ligg fram i tid. Stadfest opphaldet når det er slutt.',
  differs: 'Desse datoane avvik frå planen',
  planned: 'Planlagt',
  given: 'Du oppgir',
  asMany: 'like mange dagar',
  more: (days) => `${Math.abs(days)} ${Math.abs(days) === 1 ? 'dag' : 'dagar'} ${days > 0 ? 'meir' : 'mindre'}`,
  onceMore: 'Er dei rette, send dei ein gong til.',
  confirmed: (by, period) => `${by} stadfesta datoane ${period}.`,
  review: {
    title: 'Sjå på ei stadfesting av opphald',
    uploaded: 'Opplasta stadfesting',
    care: 'Berre filtypen og storleiken er kontrollerte. Ver varsam når du opnar fila.',
    lead: 'Oppgi første og siste dag som dokumentet stadfestar. Er det ikkje godt nok, forlat sida: Verten og deltakaren får påminningar som før.',
    name: 'Det blir teke vare på saman med datoane.',
    button: 'Lagre desse datoane',
  },
};
