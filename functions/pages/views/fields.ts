import { type Errors, one, type Values } from '../form.ts';
import { type Html, html, raw } from './layout.ts';

/** What was typed and what is wrong with it, so that a form can be shown again as it was. */
export interface FormState {
  readonly values: Values;
  readonly errors: Errors;
}

export const emptyForm: FormState = { values: {}, errors: new Map() };

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

export interface InputField extends Common {
  readonly type?: 'text' | 'email' | 'date' | 'file';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'text';
  /** Narrow, for dates and numbers; `code` also spaces the digits. */
  readonly look?: 'short' | 'code';
  readonly accept?: string;
  /** What stands in the field before anybody typed. */
  readonly initial?: string;
  readonly optional?: boolean;
}

export interface ChoiceField extends Common {
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
}

/** A labelled input; its hint and its error are read out with it. */
export function input(form: FormState, field: InputField): Html {
  const { name, type = 'text' } = field;
  const value = form.values[name] === undefined ? (field.initial ?? '') : one(form.values, name);
  const look = field.look === undefined ? '' : ` short ${field.look}`;
  return html`<div class="field${look}${invalid(form, name)}"><label for="${name}">${field.label}${
    field.optional ? html` <span class="quiet">(optional)</span>` : ''
  }</label>${around(form, field)}<input id="${name}" name="${name}" type="${type}"${described(form, field)}${attribute(
    'autocomplete',
    field.autocomplete,
  )}${attribute('inputmode', field.inputmode)}${attribute('accept', field.accept)}${type === 'file' ? '' : attribute('value', value)}></div>`;
}

export function textarea(form: FormState, field: Common): Html {
  const { name } = field;
  return html`<div class="field${invalid(form, name)}"><label for="${name}">${field.label}</label>${around(form, field)}<textarea id="${name}" name="${name}" rows="4"${described(form, field)}>${one(form.values, name)}</textarea></div>`;
}

export function select(form: FormState, field: ChoiceField & { readonly empty: string }): Html {
  const { name } = field;
  const chosen = one(form.values, name);
  return html`<div class="field${invalid(form, name)}"><label for="${name}">${field.label}</label>${around(form, field)}<select id="${name}" name="${name}"${described(form, field)}><option value="">${field.empty}</option>${field.options.map(
    (option) =>
      html`<option value="${option.value}"${option.value === chosen ? raw(' selected') : ''}>${option.label}</option>`,
  )}</select></div>`;
}

/** One of several; nothing is chosen beforehand, so that a form that is sent unread decides nothing. */
export function radios(form: FormState, field: ChoiceField & { readonly initial?: string }): Html {
  const { name } = field;
  const chosen = form.values[name] === undefined ? (field.initial ?? '') : one(form.values, name);
  return html`<fieldset class="${invalid(form, name).trim()}"${describedBy(form, field)}><legend>${field.label}</legend>${around(form, field)}${field.options.map(
    (option, at) => {
      const id = at === 0 ? name : `${name}-${option.value}`;
      return html`<div class="choice"><input type="radio" id="${id}" name="${name}" value="${option.value}"${option.value === chosen ? raw(' checked') : ''}><div><label for="${id}">${option.label}</label>${
        option.hint === undefined ? '' : html`<span class="hint">${option.hint}</span>`
      }</div></div>`;
    },
  )}</fieldset>`;
}

/** A single box to tick. */
export function checkbox(form: FormState, field: Common): Html {
  const { name } = field;
  return html`<div class="field${invalid(form, name)}">${fieldError(form, name)}<div class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${described(form, field)}${
    one(form.values, name) === 'yes' ? raw(' checked') : ''
  }><div><label for="${name}">${field.label}</label>${
    field.hint === undefined ? '' : html`<span class="hint" id="${name}-hint">${field.hint}</span>`
  }</div></div></div>`;
}

export const hiddenField = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

const invalid = (form: FormState, name: string): string => (form.errors.has(name) ? ' invalid' : '');

/** What is wrong with a field, next to it. */
export function fieldError(form: FormState, name: string): Html {
  const sentence = form.errors.get(name);
  return sentence === undefined ? raw('') : html`<span class="error" id="${name}-error">${sentence}</span>`;
}

function around(form: FormState, field: Common): Html {
  const hint =
    field.hint === undefined ? raw('') : html`<span class="hint" id="${field.name}-hint">${field.hint}</span>`;
  return html`${hint}${fieldError(form, field.name)}`;
}

/** A group of radio buttons cannot be invalid itself; an input can. */
function described(form: FormState, field: Common): Html {
  return html`${describedBy(form, field)}${form.errors.has(field.name) ? raw(' aria-invalid="true"') : ''}`;
}

function describedBy(form: FormState, field: Common): Html {
  const wrong = form.errors.has(field.name) ? [`${field.name}-error`] : [];
  const ids = [...(field.hint === undefined ? [] : [`${field.name}-hint`]), ...wrong];
  return attribute('aria-describedby', ids.length === 0 ? undefined : ids.join(' '));
}

function attribute(name: string, value: string | undefined): Html {
  return value === undefined ? raw('') : html` ${raw(name)}="${value}"`;
}
