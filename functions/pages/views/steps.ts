import type { IsoDate } from '../../../shared/calendar/clock.ts';
import { factsFor } from '../application.ts';
import type { Place } from '../apply/place.ts';
import { ownValues, type Standing, type StepName } from '../apply/steps.ts';
import { approverFields } from '../approvers.ts';
import type { PageWords } from '../words/index.ts';
import { withHome } from './activities.ts';
import { answerRows } from './answers.ts';
import {
  fewerOpportunitiesField,
  hostFields,
  openNow,
  type Preview,
  paymentFields,
  personFields,
  previewBox,
  stayFields,
} from './apply.ts';
import { factField } from './facts.ts';
import { checkbox, type FormState, hiddenField } from './fields.ts';
import { errorSummary, type Html, html, raw } from './layout.ts';
import { factList } from './money.ts';

interface FirstStep {
  readonly place: Place;
  readonly today: IsoDate;
  /** Where it is sent, and where all questions stand on one page. */
  readonly action: string;
  readonly onePage: string;
  readonly form: FormState;
  readonly steps: readonly StepName[];
}

/** The first step, before there is anything to keep. What a link has brought for later steps goes along unseen. */
export function firstStepView({ place, today, action, onePage, form, steps }: FirstStep): Html {
  const { institution, questions, reader } = place;
  const { words, language } = reader;
  const w = words.steps;
  const own = ['givenName', 'familyName', 'email', 'secondEmail', 'language'];
  const others = Object.entries(ownValues(form.values)).filter(([name]) => !own.includes(name) && name !== 'activity');
  const lead = withHome(words.activities[questions.activity].lead, institution.shortName);
  return html`${errorSummary(form.errors, [], language)}${heading(w, steps, 'you')}
<p class="ds-paragraph" data-size="lg">${lead}${openNow(place, today)}</p>
<form class="ds-card" method="post" action="${action}" novalidate>${personFields(form, place)}<p class="quiet">${w.keeping}</p><div class="buttons"><button class="ds-button">${w.next}</button></div>${hiddenField('activity', questions.activity)}${others.map(
    ([name, values]) => hiddenField(name, values[0] ?? ''),
  )}</form>
<p class="quiet"><a class="ds-link" href="${onePage}">${w.onePage}</a></p>`;
}

export interface StepPage {
  readonly place: Place;
  readonly form: FormState;
  readonly standing: Standing;
  readonly step: StepName;
  /** Address of a step of this application. */
  readonly path: (step: StepName | 'check') => string;
  readonly keptUntil: string;
  readonly notice?: Html;
  readonly preview?: Preview;
  readonly general?: readonly (string | Html)[];
}

/** One step of an application that is kept. */
export function stepView(page: StepPage): Html {
  const { place, form, standing, step, path, general = [] } = page;
  const { words, language } = place.reader;
  const w = words.steps;
  const names = standing.steps.map(({ name }) => name);
  const before = names[names.indexOf(step) - 1];
  const previewable = step === 'stay' || step === 'rules';
  return html`${errorSummary(form.errors, general, language)}${heading(w, names, step)}${page.notice ?? raw('')}
${progress(w, standing, step, path)}${page.preview === undefined ? raw('') : previewBox(place, page.preview, w.notSent)}
<form class="ds-card" method="post" action="${path(step)}" novalidate>${step === 'rules' ? html`<p>${w.rulesLead}</p>` : raw('')}${form.fixed === undefined ? raw('') : html`<p>${w.fixed}</p>`}${stepFields(page)}<p class="quiet">${w.saved(page.keptUntil)}</p><div class="buttons"><button class="ds-button">${w.next}</button>${
    previewable
      ? html`<button class="ds-button" data-variant="secondary" name="do" value="preview">${w.preview}</button>`
      : raw('')
  }${before === undefined ? raw('') : html`<a class="ds-link" href="${path(before)}">${w.back}</a>`}</div></form>`;
}

function stepFields({ place, form, step }: StepPage): Html {
  const { institution, questions, reader } = place;
  switch (step) {
    case 'you':
      return personFields(form, place);
    case 'stay':
      return html`${hostFields(form, questions, reader)}${stayFields(form, reader.words)}`;
    case 'rules':
      return html`${approverFields(form, institution, questions.activity, reader.language)}${factsFor(form.values, institution, questions).map((name) => factField(form, reader, name, institution.shortName))}${fewerOpportunitiesField(form, place)}`;
    case 'payment':
      return paymentFields(form, place);
  }
}

export interface CheckPage {
  readonly place: Place;
  readonly form: FormState;
  readonly standing: Standing;
  readonly path: (step: StepName | 'check') => string;
  readonly keptUntil: string;
  /** Fingerprint of what is shown. */
  readonly seen: string;
  readonly notice?: Html;
  readonly general?: readonly (string | Html)[];
}

/** Everything at once, with the amount and its working; sent from here, and only when nothing is missing. */
export function checkView(page: CheckPage): Html {
  const { place, form, standing, path } = page;
  const { words, language } = place.reader;
  const w = words.steps;
  const names = standing.steps.map(({ name }) => name);
  const general = [...(page.general ?? []), ...standing.general];
  const { found } = standing;
  const ready = standing.next === 'check' && general.length === 0;
  return html`${ready ? errorSummary(form.errors, page.general, language) : stillMissing(page, general)}${heading(w, names, 'check')}${page.notice ?? raw('')}
${progress(w, standing, 'check', path)}
${standing.steps.map(
  ({ name }) =>
    html`<section class="ds-card" aria-labelledby="part-${name}"><h2 class="ds-heading" data-size="xs" id="part-${name}">${w.names[name]}</h2>${factList(answerRows(place, form.values, name))}<p><a class="ds-link" href="${path(name)}">${w.change(w.names[name])}</a></p></section>`,
)}
${found.kind === 'amount' || found.kind === 'refused' ? previewBox(place, found, w.notSent) : raw('')}
${
  ready
    ? html`<form class="ds-card" method="post" action="${path('check')}" novalidate>${checkbox(form, { name: 'declare', label: w.declare })}<p class="quiet">${w.use(place.institution.shortName)}</p><div class="buttons"><button class="ds-button">${w.send}</button></div>${hiddenField('seen', page.seen)}</form>`
    : raw('')
}<p class="quiet">${w.saved(page.keptUntil)}</p>`;
}

/** Each missing or wrong answer, leading to its field on its step. */
function stillMissing({ place, standing, path }: CheckPage, general: readonly (string | Html)[]): Html {
  const wrong = [...standing.errors].flatMap(([step, errors]) => [...errors].map((error) => [step, ...error] as const));
  return html`<div class="ds-error-summary" role="alert" tabindex="-1" id="errors"><h2 class="ds-heading" data-size="xs">${place.reader.words.steps.missing}</h2><ul class="ds-list">${general.map(
    (sentence) => html`<li>${sentence}</li>`,
  )}${wrong.map(([step, field, sentence]) => html`<li><a class="ds-link" href="${path(step)}#${field}">${sentence}</a></li>`)}</ul></div>`;
}

function heading(w: PageWords['steps'], steps: readonly StepName[], step: StepName | 'check'): Html {
  const at = step === 'check' ? steps.length : steps.indexOf(step);
  return html`<h1 class="ds-heading" data-size="md"><span class="quiet step-of">${w.step(at + 1, steps.length + 1)}</span> ${w.names[step]}</h1>`;
}

/** Where one is; each step can be gone to. */
function progress(
  w: PageWords['steps'],
  { steps, errors }: Standing,
  current: StepName | 'check',
  path: (step: StepName | 'check') => string,
): Html {
  const all = [...steps.map(({ name }) => name), 'check' as const];
  return html`<nav aria-label="${w.progress}"><ol class="steps">${all.map((name) => {
    const done = name !== 'check' && (errors.get(name)?.size ?? 0) === 0;
    const mark = done ? html` <span class="quiet">(${w.done})</span>` : raw('');
    return name === current
      ? html`<li aria-current="step"><strong>${w.names[name]}</strong></li>`
      : html`<li><a class="ds-link" href="${path(name)}">${w.names[name]}</a>${mark}</li>`;
  })}</ol></nav>`;
}
