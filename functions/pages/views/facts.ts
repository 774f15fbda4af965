import { countryCodes, countryName } from '../../../shared/grant/countries.ts';
import { type FactKind, type FactName, factKinds } from '../../../shared/grant/facts.ts';
import { withHome } from './activities.ts';
import { type FormState, input, radios, select } from './fields.ts';
import type { Html } from './layout.ts';
import { facts } from './words.ts';

/** Made once: two hundred and forty-nine names in the order of the alphabet. */
export const countryOptions = [...countryCodes]
  .map((code) => ({ value: code, label: countryName(code, 'en') }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));

export const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** More choices than these stand in a list that opens. */
const MOST_RADIOS = 5;

/** The field for a fact, by its kind; its name in the form is the fact's. */
export function factField(form: FormState, name: FactName, home: string): Html {
  const kind: FactKind = factKinds[name];
  const { question, hint, initial, ifEmpty, options = {} } = facts[name];
  const field = {
    name,
    label: withHome(question, home),
    ...(hint === undefined ? {} : { hint: withHome(hint, home) }),
    ...(initial === undefined ? {} : { initial }),
  };
  switch (kind.kind) {
    case 'number':
      return input(form, { ...field, inputmode: 'numeric', look: 'short', optional: ifEmpty !== undefined });
    case 'date':
      return input(form, { ...field, type: 'date', look: 'short' });
    case 'yes-no':
      return radios(form, { ...field, options: yesNo });
    case 'country':
      return select(form, { ...field, empty: 'Choose a country', options: countryOptions });
    case 'one-of': {
      const choices = kind.values.map((value) => ({ value, label: options[value] ?? value }));
      return choices.length > MOST_RADIOS
        ? select(form, { ...field, empty: 'Choose', options: choices })
        : radios(form, { ...field, options: choices });
    }
  }
}
