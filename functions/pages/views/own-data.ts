import { countryName } from '../../../shared/grant/countries.ts';
import { here, type Visit } from '../context.ts';
import type { OwnData } from '../own-data.ts';
import { extensions } from '../upload.ts';
import { type FormState, hiddenField, input, radios } from './fields.ts';
import { languageNames } from './languages.ts';
import { type Html, html, raw } from './layout.ts';
import { type FactRow, factList } from './money.ts';
import { factName, factText } from './words.ts';

/** What is on file, in groups. */
export function onFileCards(visit: Visit, data: OwnData): Html {
  const { words, say, institution, language } = visit;
  const { ownData: w } = words;
  const { labels: l, groups: g } = w;
  const { you, stay, account, answers } = data;
  const when = (at: string | undefined, label: string): FactRow =>
    at === undefined ? undefined : [label, say.date(at)];
  const given = (value: string | undefined, label: string): FactRow =>
    value === undefined ? undefined : [label, value];
  const { fewerOpportunities, ...facts } = answers;
  return html`${card('you', g.you, [
    [l.name, `${you.givenName} ${you.familyName}`],
    given(you.askedName && `${you.askedName.givenName} ${you.askedName.familyName}`, l.askedName),
    [l.email, you.email],
    given(you.secondEmail, l.second),
    given(you.proposedEmail?.email, l.proposed),
    given(you.formerEmail, l.former),
    [l.language, languageNames[you.language]],
    [l.reference, data.reference],
  ])}${card('stay', g.stay, [
    when(stay.appliedAt, l.applied),
    [l.host, `${stay.host.code}, ${stay.host.city}, ${countryName(stay.host.country, visit.language)}`],
    [l.coordinator, `${stay.host.contact.name}, ${stay.host.contact.email}`],
    [l.planned, say.period(stay.planned)],
    given(stay.confirmed?.period && say.period(stay.confirmed.period), l.confirmed),
    [l.travel, w.travel[stay.travel]],
    given(stay.interruptions?.map(({ period }) => say.period(period)).join('; '), l.interruptions),
    when(stay.illness?.at, l.illness),
    when(stay.withdrawal?.at, l.withdrawn),
    ...(data.consents ?? []).map(({ approver }): FactRow => [l.consent, `${approver.name}, ${approver.email}`]),
  ])}${card('account', g.account, [[l.account, account.inUse], given(account.proposed, l.newAccount)])}${card(
    'answers',
    g.answers,
    [
      ...Object.entries<string | number | boolean | undefined>(facts).map(
        ([name, value]): FactRow => [factName(name, language), factText(value, name, language)],
      ),
      [l.fewer, fewerOpportunities ? w.yes : w.no],
    ],
    html`<p class="quiet">${w.ground}</p>`,
  )}${documents(visit, data)}${mails(visit, data)}${replies(visit, data)}
<section class="ds-card" aria-labelledby="seen"><h2 class="ds-heading" data-size="xs" id="seen">${g.seen}</h2><ul class="ds-list">${w.seen.map((line) => html`<li>${line}</li>`)}</ul></section>
<section class="ds-card" aria-labelledby="kept"><h2 class="ds-heading" data-size="xs" id="kept">${g.kept}</h2><p>${w.kept(institution.shortName, data.keptFor.years)}</p>${data.keptFor.assumed ? html`<p class="quiet">${w.assumed}</p>` : raw('')}</section>`;
}

function card(id: string, title: string, rows: readonly FactRow[], more: Html = raw('')): Html {
  return html`<section class="ds-card" aria-labelledby="${id}"><h2 class="ds-heading" data-size="xs" id="${id}">${title}</h2>${factList(rows)}${more}</section>`;
}

type Row = readonly (readonly [label: string, value: string])[];

function table(id: string, title: string, none: string, rows: readonly Row[]): Html {
  const head = (rows[0] ?? []).map(([label]) => html`<th scope="col">${label}</th>`);
  const body =
    rows.length === 0
      ? html`<p>${none}</p>`
      : html`<table class="ds-table stack"><caption class="ds-sr-only">${title}</caption><thead><tr>${head}</tr></thead><tbody>${rows.map(
          (row) => html`<tr>${row.map(([label, value]) => html`<td data-label="${label}">${value}</td>`)}</tr>`,
        )}</tbody></table>`;
  return html`<section class="ds-card" aria-labelledby="${id}"><h2 class="ds-heading" data-size="xs" id="${id}">${title}</h2>${body}</section>`;
}

function documents({ words, say }: Visit, data: OwnData): Html {
  const { ownData: w } = words;
  const kinds: Readonly<Record<string, string>> = { ...w.kinds };
  const rows = data.documents.map(
    ({ id, kind, title, at, bytes, contentType }): Row => [
      [w.document, title ?? kinds[kind] ?? kind],
      [w.id, id],
      [w.day, say.date(at)],
      [w.size, bytes === undefined ? '' : `${extensions[contentType] ?? ''} ${Math.ceil(bytes / 1024)} KB`],
    ],
  );
  return table('documents', w.groups.documents, w.none, rows);
}

function mails({ words, say }: Visit, data: OwnData): Html {
  const { ownData: w } = words;
  const rows = data.mails.map(
    ({ about, to, state, at }): Row => [
      [w.day, say.moment(at)],
      [w.about, about.replaceAll('-', ' ')],
      [w.to, w.boxes[to]],
      [w.state, w.states[state]],
    ],
  );
  return table('mails', w.groups.mails, w.none, rows);
}

function replies({ words, say }: Visit, data: OwnData): Html {
  const { ownData: w } = words;
  if (data.answersByMail.length === 0) return raw('');
  const rows = data.answersByMail.map(
    ({ at, text, files }): Row => [
      [w.day, say.moment(at)],
      [w.groups.replies, text],
      [w.groups.documents, String(files.length)],
    ],
  );
  return table('replies', w.groups.replies, w.none, rows);
}

/** Forms in which the participant puts contact data right: one of them was sent, as `form` says. */
export function contactForms(visit: Visit, sent: string, form: FormState): Html {
  const { mobility, words } = visit;
  const { ownData: w } = words;
  const of = (name: string): FormState => (sent === name ? form : { values: {}, errors: new Map() });
  const waiting = mobility.proposedEmail;
  const { participant, askedName } = mobility;
  return html`<section aria-labelledby="change"><h2 class="ds-heading" data-size="sm" id="change">${w.change}</h2>
${
  waiting === undefined
    ? raw('')
    : theForm(visit, 'confirm', w.code.title(waiting.email), w.code.button, [
        hiddenField('address', waiting.email),
        input(of('confirm'), {
          name: 'code',
          label: w.code.label,
          hint: w.code.hint,
          inputmode: 'numeric',
          autocomplete: 'one-time-code',
          look: 'code',
        }),
      ])
}${theForm(visit, 'email', w.mail.title, w.mail.button, [
  html`<p>${w.mail.about}</p>`,
  input(of('email'), {
    name: 'email',
    label: w.mail.email,
    type: 'email',
    autocomplete: 'email',
    initial: waiting?.email ?? '',
  }),
  radios(of('email'), {
    name: 'whose',
    label: w.mail.whose,
    initial: waiting?.whose ?? '',
    options: [
      { value: 'first', label: w.mail.first },
      { value: 'second', label: w.mail.second },
    ],
  }),
])}${theForm(visit, 'name', w.name.title, w.name.button, [
  html`<p>${w.name.about}</p>`,
  html`<div class="pair">${input(of('name'), {
    name: 'givenName',
    label: w.name.given,
    autocomplete: 'given-name',
    initial: askedName?.givenName ?? participant.givenName,
  })}${input(of('name'), {
    name: 'familyName',
    label: w.name.family,
    autocomplete: 'family-name',
    initial: askedName?.familyName ?? participant.familyName,
  })}</div>`,
])}</section>`;
}

function theForm(visit: Visit, name: string, title: string, button: string, fields: readonly Html[]): Html {
  return html`<form class="ds-card" method="post" action="${here(visit)}/data#change" novalidate><h3 class="ds-heading" data-size="xs">${title}</h3>${fields}<div class="buttons"><button class="ds-button" name="do" value="${name}">${button}</button></div></form>`;
}
