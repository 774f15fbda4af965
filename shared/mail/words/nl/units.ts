import type { MailWords } from '../../language.ts';
import { agreement } from './agreement.ts';
import { claims } from './claims.ts';
import { payments } from './payments.ts';
import { settlement } from './settlement.ts';

export const units: MailWords['units'] = {
  agreement: {
    signed: {
      ...agreement.signed,
      firstGoes: (payBy) =>
        `Het eerste deel wordt${payBy === undefined ? '' : ` uiterlijk op ${payBy}`} bij uw eenheid geboekt. U krijgt een mail wanneer het financiële systeem de boeking heeft ontvangen, en nog een wanneer zij is verwerkt.`,
    },
  },
  payments: {
    labels: { ...payments.labels, toAccount: 'Aan de eenheid' },
    approval: {
      ...payments.approval,
      above: (amount) =>
        `Betalingen boven ${amount} worden door een tweede persoon vrijgegeven voordat het financiële systeem ze krijgt.`,
    },
    instructed: {
      ...payments.instructed,
      heading: 'De beurs is onderweg naar uw eenheid',
      told: () => 'Het financiële systeem heeft de boeking ontvangen waarmee de beurs naar uw eenheid gaat.',
      todo: 'Niets. Het geld gaat naar uw eenheid, niet naar u.',
    },
    booked: {
      subject: (amount) => `Betaald aan uw eenheid: ${amount} van de Erasmus+-beurs`,
      heading: 'De beurs is aan uw eenheid betaald',
      paid: (_what, day) =>
        `Het financiële systeem heeft de beurs${day === undefined ? '' : ` op ${day}`} bij uw eenheid geboekt.`,
      todo: 'Niets.',
    },
    silent: {
      subject: (payment) => `Geen bericht van het financiële systeem over boeking ${payment}`,
      heading: 'Het financiële systeem heeft niets over een boeking gemeld',
      silence:
        'Deze boeking is aan het financiële systeem doorgegeven, en geen ontvangstbericht zegt of zij is verwerkt of geweigerd. Daaruit leiden we geen van beide af: de betaling blijft open en wordt niet opnieuw verstuurd.',
      handedOver: 'Aan het financiële systeem doorgegeven',
      file: 'Bestand',
      todo: 'Vraag wat ervan geworden is. Het ontvangstbericht wordt gelezen zodra het komt; verder hoeft er niets te worden ingevoerd.',
    },
    task: {
      ...payments.task,
      kinds: {
        ...payments.task.kinds,
        'amount-differs': 'Het financiële systeem heeft een ander bedrag geboekt dan wij hebben opgedragen',
        'booked-again': 'Het financiële systeem heeft een boeking een tweede keer verwerkt, op een andere dag',
        'payment-refused': 'Het financiële systeem heeft een boeking geweigerd, en dat ligt niet aan de kostenplaats',
        'rejected-after-booking': 'Het financiële systeem weigert een boeking die het al heeft verwerkt',
        'rejected-after-settlement': 'Het financiële systeem weigert een boeking die het als verwerkt heeft gemeld',
        'returned-again': 'Het financiële systeem heeft een boeking een tweede keer teruggedraaid, op een andere dag',
        'returned-amount-differs': 'Er is een ander bedrag teruggeboekt dan er was geboekt',
        'settled-although-rejected': 'Het financiële systeem meldt een boeking als verwerkt die het had geweigerd',
      },
      facts: {
        ...payments.task.facts,
        detail: 'Het financiële systeem meldt',
        reference: 'Kenmerk van het financiële systeem',
      },
      todo: 'Vergelijk het dossier met de boekhouding, en los het verschil op met degenen die haar voeren.',
    },
    needed: {
      ...payments.needed,
      subject: 'De kostenplaats van uw eenheid werkte niet: we hebben een andere nodig',
      refused: 'De boeking is geweigerd',
      returned: 'De boeking is teruggedraaid',
      why: (returned, reason) =>
        `Het financiële systeem heeft de boeking ${returned ? 'teruggedraaid' : 'geweigerd'} omdat ${reason}. Het geld is veilig en wordt opnieuw betaald zodra er een kostenplaats is die werkt.`,
      account: 'Kostenplaats die niet werkte',
      todo: 'Vraag uw eenheid om een andere kostenplaats en geef die op uw pagina op. Een tweede persoon bekijkt haar voordat er geld naartoe gaat.',
      action: 'Een andere kostenplaats opgeven',
    },
    accountApproval: {
      ...payments.accountApproval,
      subject: (name) => `Een nieuwe kostenplaats wacht op goedkeuring door een tweede persoon: ${name}`,
      heading: 'Een nieuwe kostenplaats wacht op goedkeuring door een tweede persoon',
      given:
        'De deelnemer heeft een andere kostenplaats opgegeven, met een code die naar het bekende mailadres is gestuurd.',
      old: 'Oude kostenplaats',
      new: 'Nieuwe kostenplaats',
      todo: 'Ga na of het de kostenplaats van de eenheid is, bijvoorbeeld met de lijst van de financiële afdeling, en keur haar goed of af.',
      action: 'De nieuwe kostenplaats bekijken',
    },
    accountApproved: {
      subject: 'De nieuwe kostenplaats is goedgekeurd',
      heading: 'De nieuwe kostenplaats is goedgekeurd',
      account: 'Kostenplaats',
      next: 'Wat nog betaald moet worden, wordt nu daar geboekt.',
      todo: 'Niets.',
    },
    accountRefused: {
      subject: 'De nieuwe kostenplaats is niet goedgekeurd',
      heading: 'De nieuwe kostenplaats is niet goedgekeurd',
      refused:
        'De tweede persoon die gewijzigde kostenplaatsen bekijkt, heeft de kostenplaats die u hebt opgegeven niet goedgekeurd. Er is geen geld naartoe gegaan.',
      todo: 'Geef op uw pagina een andere kostenplaats op, of beantwoord deze mail om te horen waarom zij niet is goedgekeurd.',
    },
    late: {
      ...payments.late,
      todo: 'Zoek uit wat de betaling ophoudt: een goedkeuring, een kostenplaats die niet werkt, of een ontvangstbericht van het financiële systeem.',
    },
  },
  settlement: {
    balance: {
      ...settlement.balance,
      subject: (amount) => `Eindafrekening: uw eenheid krijgt nog ${amount}`,
      heading: (amount) => `Uw eenheid krijgt nog ${amount}`,
      next: (payBy) => `De rest wordt${payBy === undefined ? '' : ` uiterlijk op ${payBy}`} bij uw eenheid geboekt.`,
    },
    settled: {
      ...settlement.settled,
      next: () => 'Uw eenheid heeft precies het bedrag van de beurs ontvangen.',
    },
    recovery: {
      subject: (amount) => `Eindafrekening: ${amount} wordt bij uw eenheid teruggeboekt`,
      heading: (amount) => `${amount} wordt bij uw eenheid teruggeboekt`,
      next: () =>
        'Een boeking in de administratie haalt het bij uw eenheid terug. U bent niets schuldig en hoeft niets te doen.',
      todo: 'Niets. Controleer de berekening; klopt er iets niet, beantwoord dan deze mail.',
    },
    account: { ...settlement.account, paid: 'Betaald aan uw eenheid', repaid: 'Teruggeboekt bij uw eenheid' },
  },
  claims: {
    demandApproval: {
      ...claims.demandApproval,
      subject: (amount) => `Terugboeken van ${amount} bij een eenheid wacht op goedkeuring door een tweede persoon`,
      heading: 'Terugboeken bij een eenheid wacht op goedkeuring door een tweede persoon',
      why: 'De eenheid heeft te veel gekregen. Een boeking haalt het terug; de medewerker krijgt geen terugvordering.',
      entitled: 'Het bedrag van de beurs',
      demanded: 'Terug te boeken',
      todo: 'Controleer de berekening en laat de boeking maken als zij klopt.',
      action: 'De boeking bekijken',
    },
  },
};
