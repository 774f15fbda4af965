import { type Errors, one, type Values } from '../form.ts';
import { type Html, html, raw } from './layout.ts';

/** What was typed and what is wrong with it, so that a form can be shown again as it was. */
export interface FormState {
  readonly values: Values;
  readonly errors: Errors;
  /** Fields that somebody else has answered, with what is read instead of a control. */
  readonly fixed?: ReadonlyMap<string, string>;
}

export const emptyForm: FormState = { values: {}, errors: new Map() };

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

interface Labelled extends Omit<Common, 'label'> {
  readonly label: string | Html;
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
  /** The word for it in the reader’s language. */
  readonly optional?: string;
}

export interface ChoiceField extends Common {
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
}

/** A labelled input; its hint and its error are read out with it. */
export function input(form: FormState, field: InputField): Html {
  if (form.fixed?.has(field.name)) return asText(form, field);
  const { name, type = 'text' } = field;
  const value = form.values[name] === undefined ? (field.initial ?? '') : one(form.values, name);
  const look = field.look === undefined ? '' : field.look === 'code' ? ' short code' : ' short';
  const { optional } = field;
  const label = html`${field.label}${optional ? html` <span class="quiet">(${optional})</span>` : ''}`;
  const control = html`<input class="ds-input" id="${name}" name="${name}" type="${type}"${described(form, field)}${attribute(
    'autocomplete',
    field.autocomplete,
  )}${attribute('inputmode', field.inputmode)}${attribute('accept', field.accept)}${type === 'file' ? '' : attribute('value', value)}>`;
  return labelled(form, { ...field, label }, control, look);
}

export function textarea(form: FormState, field: Common): Html {
  const { name } = field;
  const value = one(form.values, name);
  return labelled(
    form,
    field,
    html`<textarea class="ds-input" id="${name}" name="${name}" rows="4"${described(form, field)}>${value}</textarea>`,
  );
}

export function select(form: FormState, field: ChoiceField & { readonly empty?: string }): Html {
  if (form.fixed?.has(field.name)) return asText(form, field);
  const { name, empty } = field;
  const chosen = one(form.values, name);
  const options = field.options.map(
    ({ value, label }) => html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${label}</option>`,
  );
  return labelled(
    form,
    field,
    html`<select class="ds-input" id="${name}" name="${name}"${described(form, field)}>${
      empty === undefined ? '' : html`<option value="">${empty}</option>`
    }${options}</select>`,
  );
}

/** What stands fast, with what is wrong with it all the same. */
function asText(form: FormState, { name, label }: Common): Html {
  return html`<div class="ds-field" id="${name}"><span class="ds-label">${label}</span><span>${form.fixed?.get(name) ?? ''}</span>${fieldError(form, name)}</div>`;
}

/** Label, hint, control and error, in this order. */
function labelled(form: FormState, field: Labelled, control: Html, look = ''): Html {
  return html`<div class="ds-field${look}"><label class="ds-label" for="${field.name}">${field.label}</label>${hintOf(field)}${control}${fieldError(form, field.name)}</div>`;
}

/** One of several; nothing is chosen beforehand, so that a form that is sent unread decides nothing. */
export function radios(form: FormState, field: ChoiceField & { readonly initial?: string }): Html {
  if (form.fixed?.has(field.name)) return asText(form, field);
  const { name } = field;
  const chosen = form.values[name] === undefined ? (field.initial ?? '') : one(form.values, name);
  const choices = field.options.map(({ value, label, hint }, at) => {
    const id = at === 0 ? name : `${name}-${value}`;
    const about = hint === undefined ? {} : { hint };
    return html`<div class="ds-field"><input class="ds-input" type="radio" id="${id}" name="${name}" value="${value}"${attribute(
      'aria-describedby',
      hint === undefined ? undefined : `${id}-about`,
    )}${value === chosen ? raw(' checked') : ''}><label class="ds-label" data-weight="regular" for="${id}">${label}</label>${hintOf({ name: id, ...about }, 'about')}</div>`;
  });
  return html`<fieldset class="ds-fieldset"${describedBy(form, field)}><legend class="ds-label">${field.label}</legend>${hintOf(field)}${choices}${fieldError(form, name)}</fieldset>`;
}

/** A single box to tick. */
export function checkbox(form: FormState, field: Common): Html {
  const { name } = field;
  const ticked = one(form.values, name) === 'yes' ? raw(' checked') : '';
  return html`<div class="ds-field"><input class="ds-input" type="checkbox" id="${name}" name="${name}" value="yes"${described(form, field)}${ticked}><label class="ds-label" data-weight="regular" for="${name}">${field.label}</label>${hintOf(field)}${fieldError(form, name)}</div>`;
}

export const hiddenField = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** What is wrong with a field, next to it. */
export function fieldError(form: FormState, name: string): Html {
  const sentence = form.errors.get(name);
  return sentence === undefined
    ? raw('')
    : html`<p class="ds-validation-message" data-field="validation" id="${name}-error">${sentence}</p>`;
}

function hintOf({ name, hint }: Pick<Common, 'name' | 'hint'>, ending = 'hint'): Html {
  return hint === undefined ? raw('') : html`<div data-field="description" id="${name}-${ending}">${hint}</div>`;
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
