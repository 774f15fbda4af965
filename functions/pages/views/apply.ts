import type { IsoDate } from '../../../shared/calendar/clock.ts';
import type { ActivityType } from '../../../shared/grant/types.ts';
import type { Institution, Language } from '../../../shared/rulebook/types.ts';
import type { Found } from '../apply/amount.ts';
import { approverFields } from '../approvers.ts';
import { one } from '../form.ts';
import type { Questions } from '../questions.ts';
import { readerOf } from '../reader.ts';
import { activityWords, withHome } from './activities.ts';
import { countryOptions, factField } from './facts.ts';
import { type FormState, hiddenField, input, radios, select } from './fields.ts';
import { errorSummary, type Html, html, raw } from './layout.ts';
import { instalmentTable, rateSentence, workingTable } from './money.ts';
import { costCentreFields } from './payee.ts';
import { factName } from './words.ts';

/** What “Show what I would get” found. */
export type Preview = Extract<Found, { kind: 'amount' | 'refused' }>;

export interface ApplyPage {
  readonly institution: Institution;
  readonly questions: Questions;
  readonly today: IsoDate;
  /** What was typed, and what is wrong with it. */
  readonly form: FormState;
  /** What is wrong with the whole. */
  readonly general: readonly string[];
  readonly preview?: Preview;
}

/** The kinds of stay that an institution gives grants for, each a link to its form. */
export function activityChoice(institution: Institution, link: (activity: ActivityType) => string): Html {
  return html`<h1 class="ds-heading" data-size="md">Apply for an Erasmus+ grant</h1>
<p class="ds-paragraph" data-size="lg">What do you go abroad for?</p>
${institution.activities.map(
  (activity) =>
    html`<section class="ds-card"><h2 class="ds-heading" data-size="xs"><a class="ds-link" href="${link(activity)}">${activityWords[activity].name}</a></h2><p>${withHome(activityWords[activity].lead, institution.shortName)}</p></section>`,
)}`;
}

/** The application form, with the preview when it was asked for. */
export function applyView({ institution, questions, today, form, general, preview }: ApplyPage): Html {
  const { lead } = activityWords[questions.activity];
  const call = one(form.values, 'call');
  return html`${errorSummary(form.errors, general)}<h1 class="ds-heading" data-size="md">Apply for an Erasmus+ grant</h1>
<p class="ds-paragraph" data-size="lg">${withHome(lead, institution.shortName)}${openNow(institution, today)}</p>
${preview === undefined ? raw('') : previewBox(institution, preview)}
<form method="post" action="/apply/${institution.id}" novalidate>${hiddenField('activity', questions.activity)}${
    call === '' ? '' : hiddenField('call', call)
  }
${you(form, questions, institution)}
${about(form, questions, institution)}
${approverFields(form, institution, questions.activity, 'en')}
${host(form, questions)}
${stay(form, questions, institution)}
<p class="quiet">With your application you declare that what you have stated is true. It is used for this grant only, by ${institution.shortName} and the programme’s auditors.</p>
<div class="buttons"><button class="ds-button">Send the application</button><button class="ds-button" data-variant="secondary" name="do" value="preview">Show what I would get</button></div>
</form>`;
}

/** For which stays applications are taken today. */
export function openNow({ windows }: Institution, today: IsoDate): string {
  if (windows.length === 0) return '';
  const open = windows.filter(({ opens, closes }) => opens <= today && today <= closes);
  if (open.length === 0) return ' At the moment no applications are taken.';
  return ` Taken now: stays in ${open.map(({ semester }) => semester).join(', ')}.`;
}

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  nb: 'Norsk bokmål',
  nn: 'Norsk nynorsk',
  nl: 'Nederlands',
};

function documentLanguage(form: FormState, languages: readonly Language[]): Html {
  if (languages.length < 2) return raw('');
  return radios(form, {
    name: 'language',
    label: 'Language of our mails and your documents',
    hint: 'Documents are the grant agreement, payment advices and calculations that you keep.',
    initial: 'en',
    options: languages.map((value) => ({ value, label: languageNames[value] })),
  });
}

function you(form: FormState, questions: Questions, institution: Institution): Html {
  return html`<fieldset class="ds-fieldset group"><legend class="ds-heading" data-size="sm">You</legend>${personFields(form, institution)}${paymentFields(form, questions, institution)}</fieldset>`;
}

/** Who applies, and where mail goes. */
export function personFields(form: FormState, { languages }: Institution): Html {
  return html`<div class="pair">${input(form, {
    name: 'givenName',
    label: 'Given name',
    autocomplete: 'given-name',
  })}${input(form, { name: 'familyName', label: 'Family name', autocomplete: 'family-name' })}</div>${input(form, {
    name: 'email',
    label: 'Mail address',
    type: 'email',
    autocomplete: 'email',
    hint: 'All our mail goes here, also when you are abroad. Links in it are your key to this case.',
  })}${input(form, {
    name: 'secondEmail',
    label: 'Private mail address',
    type: 'email',
    autocomplete: 'off',
    hint: 'University accounts end with your studies, often before the last payment. We write here only when mail to the first address comes back.',
    optional: true,
  })}${documentLanguage(form, languages)}`;
}

/** Where the grant goes. */
export function paymentFields(form: FormState, { payee }: Questions, { bank }: Institution): Html {
  return html`${
    bank.format === 'voucher-csv'
      ? costCentreFields(form, bank, { account: 'account', unit: 'unit', costCentre: 'costCentre' })
      : input(form, {
          name: 'account',
          label: payee === 'unit' ? 'Bank account of your faculty or unit' : 'Bank account',
          hint: `${payee === 'unit' ? 'The grant is paid to it, not to you.' : 'Your own.'} Eleven digits for a Norwegian account, otherwise the IBAN.`,
          autocomplete: 'off',
        })
  }`;
}

function about(form: FormState, { activity, facts }: Questions, { shortName }: Institution): Html {
  if (facts.length === 0) return raw('');
  return html`<fieldset class="ds-fieldset group"><legend class="ds-heading" data-size="sm">${activityWords[activity].about}</legend>${facts.map((name) => factField(form, name, shortName))}</fieldset>`;
}

function host(form: FormState, questions: Questions): Html {
  return html`<fieldset class="ds-fieldset group"><legend class="ds-heading" data-size="sm">Your host</legend>${hostFields(form, questions)}</fieldset>`;
}

/** Where to, and whom we ask there. */
export function hostFields(form: FormState, { activity }: Questions): Html {
  const needsCode = activityWords[activity].host === 'higher-education';
  return html`<div class="pair">${select(form, {
    name: 'country',
    label: 'Country',
    empty: 'Choose a country',
    options: countryOptions,
  })}${input(form, { name: 'city', label: 'City' })}</div>${input(form, {
    name: 'code',
    label: needsCode ? 'Erasmus code of the host' : 'Name of the host',
    hint: needsCode
      ? 'For example F  PARIS014.'
      : 'Or its Erasmus code, if it is a university: for example F  PARIS014.',
  })}<div class="pair">${input(form, {
    name: 'contactName',
    label: 'Name of your coordinator there',
    hint: 'Who will confirm your dates.',
  })}${input(form, { name: 'contactEmail', label: 'Coordinator’s mail address', type: 'email', hint: 'We ask for the dates there.' })}</div>`;
}

function stay(form: FormState, questions: Questions, institution: Institution): Html {
  return html`<fieldset class="ds-fieldset group"><legend class="ds-heading" data-size="sm">Your stay</legend>${stayFields(form)}${fewerOpportunitiesField(form, questions, institution)}</fieldset>`;
}

/** When, and how one travels. */
export function stayFields(form: FormState): Html {
  return html`<div class="pair">${input(form, {
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
    hint: 'Only with a travel grant: the figure of the European Commission’s distance calculator. Left empty, it is estimated from the city.',
    inputmode: 'numeric',
    look: 'short',
    optional: true,
  })}`;
}

/** A declaration; only where something depends on it. */
export function fewerOpportunitiesField(
  form: FormState,
  { activity, fewerOpportunities }: Questions,
  { shortName }: Institution,
): Html {
  return fewerOpportunities
    ? radios(form, {
        name: 'fewerOpportunities',
        label: `Are you a ${activityWords[activity].person} with fewer opportunities?`,
        hint: `A declaration on your honour. Do not say on what ground: we do not ask, but ${shortName} may ask you to show it in a random check.`,
        options: [
          { value: 'yes', label: 'Yes, I declare so on my honour' },
          { value: 'no', label: 'No' },
        ],
      })
    : raw('');
}

/** What the answers come to: the amount with its working, or why there is none. */
export function previewBox(
  institution: Institution,
  preview: Preview,
  note = 'Nothing has been sent or stored.',
): Html {
  const reader = readerOf('en', institution);
  const { say } = reader;
  if (preview.kind === 'refused') {
    return html`<div class="ds-alert" data-color="danger" role="status" id="preview"><h2 class="ds-heading" data-size="xs">With these answers there is no grant</h2>${preview.refusals.map(({ sentence }) => html`<p>${sentence}</p>`)}</div>`;
  }
  const { assessment, exchange } = preview;
  const rate = rateSentence(reader, exchange);
  const needs = assessment.needs.map((need) =>
    factName(need).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase()),
  );
  return html`<section class="ds-card" role="status" id="preview"><h2 class="ds-heading" data-size="xs">What you would get: <span class="number">${say.money(assessment.total)}</span></h2>${
    needs.length === 0 ? raw('') : html`<p>Whether you can have it also depends on: ${needs.join(', ')}.</p>`
  }${workingTable(reader, 'How it is worked out', assessment)}${instalmentTable(reader, assessment.instalments, exchange)}${
    rate === undefined ? raw('') : html`<p class="quiet">${rate}</p>`
  }<p class="quiet">${note} The final amount follows from the dates that your host confirms.</p></section>`;
}
