import { countryCodes, countryName } from '../../../shared/grant/countries.ts';
import { languageLevels } from '../../../shared/grant/facts.ts';
import type { Assessment, Refusal } from '../../../shared/grant/types.ts';
import type { Institution, Tranche } from '../../../shared/rulebook/types.ts';
import { englishFor } from '../context.ts';
import { one } from '../form.ts';
import { type FormState, hiddenField, input, radios, select } from './fields.ts';
import { errorSummary, type Html, html, raw } from './layout.ts';
import { instalmentTable, rateSentence, workingTable } from './money.ts';
import { factName } from './words.ts';

/** What “Show what I would get” found. */
export type Preview =
  | { readonly kind: 'amount'; readonly assessment: Assessment; readonly exchange: Tranche | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** Made once: two hundred and forty-nine names in the order of the alphabet. */
const countryOptions = [...countryCodes]
  .map((code) => ({ value: code, label: countryName(code, 'en') }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));

/** The application form, with what was typed, what is wrong with it, and the preview when it was asked for. */
export function applyView(
  institution: Institution,
  form: FormState,
  preview?: Preview,
  general: readonly string[] = [],
): Html {
  const open = institution.windows.map((window) => window.semester).join(', ');
  return html`${errorSummary(form.errors, general)}<h1>Apply for an Erasmus+ grant</h1>
<p class="lead">For students of ${institution.shortName} who go on exchange for at least two months. ${open === '' ? '' : `Taken now: stays in ${open}.`}</p>
${preview === undefined ? raw('') : previewBox(institution, preview)}
<form method="post" action="/apply/${institution.id}" novalidate>${
    one(form.values, 'call') === '' ? '' : hiddenField('call', one(form.values, 'call'))
  }
<fieldset class="group"><legend>You</legend><div class="pair">${input(form, { name: 'givenName', label: 'Given name', autocomplete: 'given-name' })}${input(form, { name: 'familyName', label: 'Family name', autocomplete: 'family-name' })}</div>${input(
    form,
    {
      name: 'email',
      label: 'Mail address',
      type: 'email',
      autocomplete: 'email',
      hint: 'All our mail goes here, also when you are abroad. Links in it are your key to this case.',
    },
  )}${input(form, {
    name: 'account',
    label: 'Bank account',
    hint: 'Your own. Eleven digits for a Norwegian account, otherwise the IBAN.',
    autocomplete: 'off',
  })}</fieldset>
<fieldset class="group"><legend>Your studies</legend>${radios(form, {
    name: 'studyLevel',
    label: 'Level of study',
    options: [
      { value: 'bachelor', label: 'Bachelor' },
      { value: 'master', label: 'Master' },
      { value: 'phd', label: 'PhD' },
    ],
  })}${input(form, { name: 'ects', label: 'ECTS completed before the exchange', inputmode: 'numeric', look: 'short' })}${radios(
    form,
    {
      name: 'nominated',
      label: `Has ${institution.shortName} nominated you for this exchange?`,
      options: yesNo,
    },
  )}${select(form, {
    name: 'languageLevel',
    label: 'Your level in the language of instruction',
    hint: 'On the European scale from A1 to C2.',
    empty: 'Choose a level',
    options: languageLevels.map((level) => ({ value: level, label: level })),
  })}${radios(form, {
    name: 'doubleDegree',
    label: 'Is it a double degree with two semesters abroad?',
    options: yesNo,
    initial: 'no',
  })}</fieldset>
<fieldset class="group"><legend>Your host</legend>${select(form, {
    name: 'country',
    label: 'Country',
    empty: 'Choose a country',
    options: countryOptions,
  })}<div class="pair">${input(form, { name: 'city', label: 'City' })}${input(form, {
    name: 'code',
    label: 'Erasmus code of the host',
    hint: 'For example F  PARIS014.',
  })}</div><div class="pair">${input(form, {
    name: 'contactName',
    label: 'Name of your coordinator there',
    hint: 'Who will confirm your dates.',
  })}${input(form, { name: 'contactEmail', label: 'Coordinator’s mail address', type: 'email', hint: 'We ask for the dates there.' })}</div></fieldset>
<fieldset class="group"><legend>Your stay</legend><div class="pair">${input(form, {
    name: 'start',
    label: 'First day',
    hint: 'First day on which you must be there.',
    type: 'date',
    look: 'short',
  })}${input(form, { name: 'end', label: 'Last day', hint: 'Last day on which you must be there.', type: 'date', look: 'short' })}</div>${radios(
    form,
    {
      name: 'travel',
      label: 'Travel grant',
      options: [
        { value: 'none', label: 'None' },
        { value: 'standard', label: 'Standard', hint: 'By air, car or ship.' },
        {
          value: 'green',
          label: 'Green',
          hint: 'By train, bus or shared car for at least half of the way, with receipts.',
        },
      ],
    },
  )}${input(form, {
    name: 'distanceKm',
    label: 'Distance, one way, in kilometres',
    hint: 'Only with a travel grant: the figure of the European Commission’s distance calculator.',
    inputmode: 'numeric',
    look: 'short',
    optional: true,
  })}${radios(form, {
    name: 'fewerOpportunities',
    label: 'Are you a student with fewer opportunities?',
    hint: `A declaration on your honour. Do not say on what ground: we do not ask, but ${institution.shortName} may ask you to show it in a random check.`,
    options: [
      { value: 'yes', label: 'Yes, I declare so on my honour' },
      { value: 'no', label: 'No' },
    ],
  })}</fieldset>
<p class="quiet">With your application you declare that what you have stated is true. It is used for this grant only, by ${institution.shortName} and the programme’s auditors.</p>
<div class="buttons"><button>Send the application</button><button class="plain" name="do" value="preview">Show what I would get</button></div>
</form>`;
}

function previewBox(institution: Institution, preview: Preview): Html {
  const say = englishFor(institution);
  if (preview.kind === 'refused') {
    return html`<div class="notice bad" role="status" id="preview"><h2>With these answers there is no grant</h2><p>${preview.refusal.sentence}</p></div>`;
  }
  const { assessment, exchange } = preview;
  const needs = assessment.needs.map((need) =>
    factName(need).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase()),
  );
  return html`<section class="card" role="status" id="preview"><h2>What you would get: <span class="number">${say.money(assessment.total)}</span></h2>${
    needs.length === 0 ? raw('') : html`<p>Whether you can have it also depends on: ${needs.join(', ')}.</p>`
  }${workingTable(say, 'How it is worked out', assessment)}${instalmentTable(say, assessment.instalments, exchange)}${
    exchange === undefined || rateSentence(say, exchange) === ''
      ? raw('')
      : html`<p class="quiet">${rateSentence(say, exchange)}</p>`
  }<p class="quiet">Nothing has been sent or stored. The final amount follows from the dates that your host confirms.</p></section>`;
}
