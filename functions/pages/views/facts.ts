import { countryCodes, countryName } from '../../../shared/grant/countries.ts';
import { type FactKind, type FactName, factKinds } from '../../../shared/grant/facts.ts';
import type { Language } from '../../../shared/rulebook/types.ts';
import type { Reader } from '../reader.ts';
import { withHome } from './activities.ts';
import { type FormState, input, radios, select } from './fields.ts';
import type { Html } from './layout.ts';
import { wordsOfFact } from './words.ts';

/** What a field for a fact takes, in whatever language it is asked. */
export interface FactLimits {
  /** Highest number that can be meant; more is a slip of the hand. */
  readonly most?: number;
  /** What is chosen before anybody chose. */
  readonly initial?: string;
  /** What an empty answer says. */
  readonly ifEmpty?: number;
}

export const factLimits: Readonly<Partial<Record<FactName, FactLimits>>> = {
  ects: { most: 600 },
  doubleDegree: { initial: 'no' },
  previousFundedDays: { most: 2000, ifEmpty: 0 },
  academicDays: { most: 1000 },
  teachingHours: { most: 2000 },
  bipEcts: { most: 120 },
  noticeDays: { most: 2000 },
  hostsVisited: { most: 100 },
};

type Option = { readonly value: string; readonly label: string };

const countries = new Map<Language, readonly Option[]>();

/** Two hundred and forty-nine names in the order of the alphabet, made once for each language. */
export function countryOptions(language: Language): readonly Option[] {
  const known = countries.get(language);
  if (known !== undefined) return known;
  const made = [...countryCodes]
    .map((code) => ({ value: code, label: countryName(code, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  countries.set(language, made);
  return made;
}

/** More choices than these stand in a list that opens. */
const MOST_RADIOS = 5;

/** The field for a fact, by its kind; its name in the form is the fact's. */
export function factField(form: FormState, { language, words }: Reader, name: FactName, home: string): Html {
  const kind: FactKind = factKinds[name];
  const w = words.apply;
  const { question, hint, options = {} } = wordsOfFact(words, name);
  const { initial, ifEmpty } = factLimits[name] ?? {};
  const field = {
    name,
    label: withHome(question, home),
    ...(hint === undefined ? {} : { hint: withHome(hint, home) }),
    ...(initial === undefined ? {} : { initial }),
  };
  switch (kind.kind) {
    case 'number': {
      const optional = ifEmpty === undefined ? {} : { optional: words.form.optional };
      return input(form, { ...field, inputmode: 'numeric', look: 'short', ...optional });
    }
    case 'date':
      return input(form, { ...field, type: 'date', look: 'short' });
    case 'yes-no': {
      const answers = [
        { value: 'yes', label: w.yes },
        { value: 'no', label: w.no },
      ];
      return radios(form, { ...field, options: answers });
    }
    case 'country':
      return select(form, { ...field, empty: w.host.chooseCountry, options: countryOptions(language) });
    case 'one-of': {
      const choices = kind.values.map((value) => ({ value, label: options[value] ?? value }));
      return choices.length > MOST_RADIOS
        ? select(form, { ...field, empty: w.choose, options: choices })
        : radios(form, { ...field, options: choices });
    }
  }
}
