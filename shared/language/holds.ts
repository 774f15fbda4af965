import type { Hold } from '../mobility/holds.ts';
import type { Language } from '../rulebook/types.ts';
import { bankReason } from './bank-reasons.ts';

/** Sentences for people of the institution; `place` is what the payee is paid through, `reason` a clause (bank-reasons.ts). */
interface Words {
  readonly above: (amount: string | undefined) => string;
  readonly ownFailure: (reason: string, vouchers: boolean) => string;
  readonly doubtfulName: (reason: string) => string;
  readonly regulatory: (reason: string) => string;
  readonly office: (by: string, reason: string) => string;
  readonly accountChange: (vouchers: boolean) => string;
  readonly accountNeeded: (reason: string, vouchers: boolean) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    above: (amount) =>
      `It is above ${amount === undefined ? '' : `${amount}, `}the most that may leave without a second person.`,
    ownFailure: (reason, vouchers) =>
      `The payment before did not arrive, because ${reason}. That is not the payee’s ${vouchers ? 'cost centre' : 'account'}: put it right first.`,
    doubtfulName: (reason) =>
      `The payment before did not arrive, because ${reason}. Make sure that the account is the payee’s own.`,
    regulatory: (reason) =>
      `The payment before did not arrive, because ${reason}. Ask the bank, and compare the payee with the list of sanctions.`,
    office: (by, reason) => `${by} keeps it back: ${reason}`,
    accountChange: (vouchers) => `A new ${vouchers ? 'cost centre' : 'account'} waits for a second person.`,
    accountNeeded: (reason, vouchers) =>
      `The participant was asked for another ${vouchers ? 'cost centre' : 'account'}, because ${reason}.`,
  },
  nb: {
    above: (amount) =>
      `Beløpet er over ${amount === undefined ? '' : `${amount}, `}det meste som kan gå ut uten en annen person.`,
    ownFailure: (reason, vouchers) =>
      `Den forrige betalingen kom ikke fram, fordi ${reason}. Det skyldes ikke ${vouchers ? 'koststedet' : 'kontoen'} til mottakeren: Få det i orden først.`,
    doubtfulName: (reason) =>
      `Den forrige betalingen kom ikke fram, fordi ${reason}. Forsikre deg om at kontoen er mottakerens egen.`,
    regulatory: (reason) =>
      `Den forrige betalingen kom ikke fram, fordi ${reason}. Spør banken, og sammenlign mottakeren med sanksjonslisten.`,
    office: (by, reason) => `${by} holder den tilbake: ${reason}`,
    accountChange: (vouchers) =>
      `${vouchers ? 'Et nytt koststed' : 'En ny konto'} venter på godkjenning fra en annen person.`,
    accountNeeded: (reason, vouchers) =>
      `Deltakeren er bedt om ${vouchers ? 'et annet koststed' : 'en annen konto'}, fordi ${reason}.`,
  },
  nn: {
    above: (amount) =>
      `Beløpet er over ${amount === undefined ? '' : `${amount}, `}det meste som kan gå ut utan ein annan person.`,
    ownFailure: (reason, vouchers) =>
      `Den førre betalinga kom ikkje fram, fordi ${reason}. Det kjem ikkje av ${vouchers ? 'koststaden' : 'kontoen'} til mottakaren: Få det i orden først.`,
    doubtfulName: (reason) =>
      `Den førre betalinga kom ikkje fram, fordi ${reason}. Forsikre deg om at kontoen er mottakaren sin eigen.`,
    regulatory: (reason) =>
      `Den førre betalinga kom ikkje fram, fordi ${reason}. Spør banken, og samanlikn mottakaren med sanksjonslista.`,
    office: (by, reason) => `${by} held ho tilbake: ${reason}`,
    accountChange: (vouchers) =>
      `Ein ny ${vouchers ? 'koststad' : 'konto'} ventar på godkjenning frå ein annan person.`,
    accountNeeded: (reason, vouchers) =>
      `Deltakaren er beden om ein annan ${vouchers ? 'koststad' : 'konto'}, fordi ${reason}.`,
  },
  nl: {
    above: (amount) =>
      `Het bedrag is hoger dan ${amount === undefined ? '' : `${amount}, `}het hoogste dat zonder tweede persoon mag worden betaald.`,
    ownFailure: (reason, vouchers) =>
      `De vorige betaling is niet aangekomen, omdat ${reason}. Dat ligt niet aan de ${vouchers ? 'kostenplaats' : 'rekening'} van de ontvanger: los het eerst op.`,
    doubtfulName: (reason) =>
      `De vorige betaling is niet aangekomen, omdat ${reason}. Ga na of de rekening van de ontvanger zelf is.`,
    regulatory: (reason) =>
      `De vorige betaling is niet aangekomen, omdat ${reason}. Vraag het de bank, en vergelijk de ontvanger met de sanctielijst.`,
    office: (by, reason) => `${by} houdt de betaling tegen: ${reason}`,
    accountChange: (vouchers) =>
      `Een nieuwe ${vouchers ? 'kostenplaats' : 'rekening'} wacht op goedkeuring door een tweede persoon.`,
    accountNeeded: (reason, vouchers) =>
      `De deelnemer is om een andere ${vouchers ? 'kostenplaats' : 'rekening'} gevraagd, omdat ${reason}.`,
  },
};

/**
 * Why money waits, as a sentence for people of the institution.
 *
 * @param above the amount above which a second person is asked, written for people
 */
export function holdInWords({ code, failure, office, vouchers }: Hold, language: Language, above?: string): string {
  const w = words[language];
  const reason = bankReason(failure, language, vouchers);
  switch (code) {
    case 'four-eyes':
      return w.above(above);
    case 'bank-refused':
      return w.ownFailure(reason, vouchers);
    case 'name-mismatch':
      return w.doubtfulName(reason);
    case 'regulatory':
      return w.regulatory(reason);
    case 'office':
      return office === undefined ? w.above(above) : w.office(office.by, office.reason);
    case 'account-change':
      return w.accountChange(vouchers);
    case 'account-needed':
      return w.accountNeeded(reason, vouchers);
  }
}
