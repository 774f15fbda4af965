import { amountIn } from '../grant/words.ts';
import type { Claim } from '../mobility/claim.ts';
import { type Money, subtract } from '../money/money.ts';
import type { Language } from '../rulebook/types.ts';

/** The sentences of the working of a demand, in one language; numbers and signs are the same in all of them. */
interface Words {
  readonly less: (before: string, now: string, difference: string) => string;
  readonly more: (before: string, now: string, difference: string) => string;
  readonly setOff: (amount: string, equation: string) => string;
  readonly takenOver: (amount: string, equation: string) => string;
  readonly nothingSetOff: string;
  readonly toRepay: (amount: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    less: (before, now, difference) => `The grant was ${before} and is now ${now}: ${difference} less`,
    more: (before, now, difference) => `The grant was ${before} and is now ${now}: ${difference} more`,
    setOff: (amount, equation) => `${amount} of it had not been paid yet and is set off: ${equation}`,
    takenOver: (amount, equation) => `${amount} of the earlier demand was still open and is taken over: ${equation}`,
    nothingSetOff: 'Nothing was still to be paid, so nothing is set off',
    toRepay: (amount) => `${amount} to be repaid`,
  },
  nb: {
    less: (before, now, difference) => `Stipendet var ${before} og er nå ${now}: ${difference} mindre`,
    more: (before, now, difference) => `Stipendet var ${before} og er nå ${now}: ${difference} mer`,
    setOff: (amount, equation) => `${amount} av dette var ennå ikke utbetalt og motregnes: ${equation}`,
    takenOver: (amount, equation) => `${amount} av det tidligere kravet var fortsatt åpent og tas med: ${equation}`,
    nothingSetOff: 'Ingenting gjensto å utbetale, så ingenting motregnes',
    toRepay: (amount) => `${amount} skal betales tilbake`,
  },
  nn: {
    less: (before, now, difference) => `Stipendet var ${before} og er no ${now}: ${difference} mindre`,
    more: (before, now, difference) => `Stipendet var ${before} og er no ${now}: ${difference} meir`,
    setOff: (amount, equation) => `${amount} av dette var enno ikkje utbetalt og blir motrekna: ${equation}`,
    takenOver: (amount, equation) => `${amount} av det tidlegare kravet var framleis ope og blir teke med: ${equation}`,
    nothingSetOff: 'Ingenting stod att å betale ut, så ingenting blir motrekna',
    toRepay: (amount) => `${amount} skal betalast tilbake`,
  },
  nl: {
    less: (before, now, difference) => `De beurs was ${before} en is nu ${now}: ${difference} minder`,
    more: (before, now, difference) => `De beurs was ${before} en is nu ${now}: ${difference} meer`,
    setOff: (amount, equation) => `${amount} daarvan was nog niet betaald en wordt verrekend: ${equation}`,
    takenOver: (amount, equation) =>
      `${amount} van de eerdere vordering stond nog open en wordt overgenomen: ${equation}`,
    nothingSetOff: 'Er moest niets meer worden betaald, dus er wordt niets verrekend',
    toRepay: (amount) => `${amount} terug te betalen`,
  },
};

/** How the amount of a claim follows, set-off and all, in sentences: the one place where this working becomes words. */
export function demandInWords({ amount, working }: Pick<Claim, 'amount' | 'working'>, language: Language): string {
  const { before, entitlement, setOff, takenOver } = working;
  const w = words[language];
  const say = (money: Money) => amountIn(money, language);
  const change = subtract(before, entitlement);
  const size = say({ ...change, minor: Math.abs(change.minor) });
  const isLess = change.minor >= 0;
  const changed = (isLess ? w.less : w.more)(say(before), say(entitlement), size);
  return [changed, middle(), w.toRepay(say(amount))].map((sentence) => `${sentence}.`).join(' ');

  function middle(): string {
    if (setOff.minor > 0) return w.setOff(say(setOff), `${size} − ${say(setOff)} = ${say(amount)}`);
    if (takenOver.minor === 0) return w.nothingSetOff;
    return w.takenOver(say(takenOver), `${say(takenOver)} ${isLess ? '+' : '−'} ${size} = ${say(amount)}`);
  }
}
