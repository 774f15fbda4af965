import type { IsoDate } from '../../../shared/calendar/clock.ts';
import type { ActivityType } from '../../../shared/grant/types.ts';
import { semesterName } from '../../../shared/language/semesters.ts';
import type { Institution, Language } from '../../../shared/rulebook/types.ts';
import type { Found } from '../apply/amount.ts';
import type { Place } from '../apply/place.ts';
import { approverFields } from '../approvers.ts';
import { one } from '../form.ts';
import type { Questions } from '../questions.ts';
import type { Reader } from '../reader.ts';
import type { PageWords } from '../words/index.ts';
import { activityKinds, withHome } from './activities.ts';
import { countryOptions, factField } from './facts.ts';
import { type FormState, hiddenField, input, radios, select } from './fields.ts';
import { languageNames } from './languages.ts';
import { errorSummary, type Html, html, raw } from './layout.ts';
import { instalmentTable, rateSentence, workingTable } from './money.ts';
import { costCentreFields } from './payee.ts';
import { factName } from './words.ts';

/** What “Show what I would get” found. */
export type Preview = Extract<Found, { kind: 'amount' | 'refused' }>;

export interface ApplyPage {
  readonly place: Place;
  readonly today: IsoDate;
  /** Where it is sent. */
  readonly action: string;
  /** What was typed, and what is wrong with it. */
  readonly form: FormState;
  /** What is wrong with the whole. */
  readonly general: readonly (string | Html)[];
  readonly preview?: Preview;
}

/** The kinds of stay that an institution gives grants for, each a link to its form. */
export function activityChoice(
  institution: Institution,
  { apply: w, activities }: PageWords,
  link: (activity: ActivityType) => string,
): Html {
  return html`<h1 class="ds-heading" data-size="md">${w.title}</h1>
<p class="ds-paragraph" data-size="lg">${w.whatFor}</p>
${institution.activities.map(
  (activity) =>
    html`<section class="ds-card"><h2 class="ds-heading" data-size="xs"><a class="ds-link" href="${link(activity)}">${activities[activity].name}</a></h2><p>${withHome(activities[activity].lead, institution.shortName)}</p></section>`,
)}`;
}

/** The application form, with the preview when it was asked for. */
export function applyView({ place, today, action, form, general, preview }: ApplyPage): Html {
  const { institution, questions, reader } = place;
  const { language, words } = reader;
  const { lead } = words.activities[questions.activity];
  const { apply: w } = words;
  const call = one(form.values, 'call');
  return html`${errorSummary(form.errors, general, language)}<h1 class="ds-heading" data-size="md">${w.title}</h1>
<p class="ds-paragraph" data-size="lg">${withHome(lead, institution.shortName)}${openNow(place, today)}</p>
${preview === undefined ? raw('') : previewBox(place, preview)}
<form method="post" action="${action}" novalidate>${hiddenField('activity', questions.activity)}${
    call === '' ? '' : hiddenField('call', call)
  }
${group(w.legends.you, html`${personFields(form, place)}${paymentFields(form, place)}`)}
${about(form, place)}
${approverFields(form, institution, questions.activity, language)}
${group(w.legends.host, hostFields(form, questions, reader))}
${group(w.legends.stay, html`${stayFields(form, words)}${fewerOpportunitiesField(form, place)}`)}
<p class="quiet">${w.declaration(institution.shortName)}</p>
<div class="buttons"><button class="ds-button">${w.send}</button><button class="ds-button" data-variant="secondary" name="do" value="preview">${w.preview}</button></div>
</form>`;
}

const group = (legend: string, fields: Html | readonly Html[]): Html =>
  html`<fieldset class="ds-fieldset group"><legend class="ds-heading" data-size="sm">${legend}</legend>${fields}</fieldset>`;

/** For which stays applications are taken today. */
export function openNow({ institution: { windows }, reader }: Place, today: IsoDate): string {
  if (windows.length === 0) return '';
  const { language, words } = reader;
  const { apply: w } = words;
  const open = windows.filter(({ opens, closes }) => opens <= today && today <= closes);
  if (open.length === 0) return ` ${w.closed}`;
  return ` ${w.open(open.map(({ semester }) => semesterName(semester, language)).join(', '))}`;
}

function documentLanguage(form: FormState, { language, words }: Reader, languages: readonly Language[]): Html {
  if (languages.length < 2) return raw('');
  return radios(form, {
    name: 'language',
    label: words.apply.you.language,
    hint: words.apply.you.languageHint,
    initial: language,
    options: languages.map((value) => ({ value, label: languageNames[value] })),
  });
}

/** Who applies, and where mail goes. */
export function personFields(form: FormState, { institution, reader }: Place): Html {
  const { apply, form: formWords } = reader.words;
  const { you: w } = apply;
  return html`<div class="pair">${input(form, {
    name: 'givenName',
    label: w.givenName,
    autocomplete: 'given-name',
  })}${input(form, { name: 'familyName', label: w.familyName, autocomplete: 'family-name' })}</div>${input(form, {
    name: 'email',
    label: w.email,
    type: 'email',
    autocomplete: 'email',
    hint: w.emailHint,
  })}${input(form, {
    name: 'secondEmail',
    label: w.secondEmail,
    type: 'email',
    autocomplete: 'off',
    hint: w.secondEmailHint,
    optional: formWords.optional,
  })}${documentLanguage(form, reader, institution.languages)}`;
}

/** Where the grant goes. */
export function paymentFields(form: FormState, { questions: { payee }, institution: { bank }, reader }: Place): Html {
  const { account: w } = reader.words.apply;
  return html`${
    bank.format === 'voucher-csv'
      ? costCentreFields(form, bank, { account: 'account', unit: 'unit', costCentre: 'costCentre' }, reader.words)
      : input(form, {
          name: 'account',
          label: payee === 'unit' ? w.unit : w.own,
          hint: payee === 'unit' ? w.unitHint : w.ownHint,
          autocomplete: 'off',
        })
  }`;
}

function about(form: FormState, { questions: { activity, facts }, institution, reader }: Place): Html {
  if (facts.length === 0) return raw('');
  const fields = facts.map((name) => factField(form, reader, name, institution.shortName));
  return group(reader.words.activities[activity].about, fields);
}

/** Where to, and whom we ask there. */
export function hostFields(form: FormState, { activity }: Questions, { language, words }: Reader): Html {
  const { host: w } = words.apply;
  const needsCode = activityKinds[activity].host === 'higher-education';
  return html`<div class="pair">${select(form, {
    name: 'country',
    label: w.country,
    empty: w.chooseCountry,
    options: countryOptions(language),
  })}${input(form, { name: 'city', label: w.city })}</div>${input(form, {
    name: 'code',
    label: needsCode ? w.code : w.name,
    hint: needsCode ? w.codeHint : w.nameHint,
  })}<div class="pair">${input(form, {
    name: 'contactName',
    label: w.contactName,
    hint: w.contactNameHint,
  })}${input(form, { name: 'contactEmail', label: w.contactEmail, type: 'email', hint: w.contactEmailHint })}</div>`;
}

/** When, and how one travels. */
export function stayFields(form: FormState, { apply, form: formWords }: PageWords): Html {
  const { stay: w } = apply;
  return html`<div class="pair">${input(form, {
    name: 'start',
    label: w.start,
    hint: w.startHint,
    type: 'date',
    look: 'short',
  })}${input(form, { name: 'end', label: w.end, hint: w.endHint, type: 'date', look: 'short' })}</div>${radios(form, {
    name: 'travel',
    label: w.travel,
    options: [
      { value: 'none', label: w.none },
      { value: 'standard', label: w.standard, hint: w.standardHint },
      { value: 'green', label: w.green, hint: w.greenHint },
    ],
  })}${input(form, {
    name: 'distanceKm',
    label: w.distance,
    hint: w.distanceHint,
    inputmode: 'numeric',
    look: 'short',
    optional: formWords.optional,
  })}`;
}

/** A declaration; only where something depends on it. */
export function fewerOpportunitiesField(form: FormState, { questions, institution, reader }: Place): Html {
  const { fewer: w } = reader.words.apply;
  return questions.fewerOpportunities
    ? radios(form, {
        name: 'fewerOpportunities',
        label: w[activityKinds[questions.activity].person],
        hint: w.hint(institution.shortName),
        options: [
          { value: 'yes', label: w.yes },
          { value: 'no', label: w.no },
        ],
      })
    : raw('');
}

/** What the answers come to: the amount with its working, or why there is none. */
export function previewBox({ reader }: Place, preview: Preview, note?: string): Html {
  const { say, words, language } = reader;
  const { found: w } = words.apply;
  if (preview.kind === 'refused') {
    return html`<div class="ds-alert" data-color="danger" role="status" id="preview"><h2 class="ds-heading" data-size="xs">${w.refused}</h2>${preview.refusals.map(({ sentence }) => html`<p>${sentence}</p>`)}</div>`;
  }
  const { assessment, exchange } = preview;
  const rate = rateSentence(reader, exchange);
  const needs = assessment.needs.map((need) =>
    factName(need, language).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase()),
  );
  return html`<section class="ds-card" role="status" id="preview"><h2 class="ds-heading" data-size="xs">${w.get} <span class="number">${say.money(assessment.total)}</span></h2>${
    needs.length === 0 ? raw('') : html`<p>${w.depends(needs.join(', '))}</p>`
  }${workingTable(reader, words.money.howWorkedOut, assessment)}${instalmentTable(reader, assessment.instalments, exchange)}${
    rate === undefined ? raw('') : html`<p class="quiet">${rate}</p>`
  }<p class="quiet">${note ?? w.nothingStored} ${w.final}</p></section>`;
}
