import { isMailAddress } from '../../../shared/mail/compose.ts';
import { requestFreshLinks } from '../../../shared/people/fresh-links.ts';
import type { Language } from '../../../shared/rulebook/types.ts';
import type { PagesDeps } from '../deps.ts';
import { FieldReader, grouped, one, readForm } from '../form.ts';
import type { Reply, Request } from '../http.ts';
import { type FormState, input, select } from '../views/fields.ts';
import { errorSummary, html, messagePage, pageReply } from '../views/layout.ts';
import { pageWords } from '../words/index.ts';

/** The form of a reference, as ids.ts makes them. */
const referenceForm = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/** GET `/link`: whoever has lost the link asks for a fresh one. The query may say at which institution. */
export function showFreshLink(deps: PagesDeps, request: Request): Promise<Reply> {
  const values = grouped([...request.query].filter(([name]) => name === 'institution'));
  return page(deps, languageOf(request), { values, errors: new Map() });
}

/** POST: the same answer, after the same work, whether anybody is on file with the address or not. */
export async function askFreshLink(deps: PagesDeps, request: Request): Promise<Reply> {
  const language = languageOf(request);
  const { freshLink: w } = pageWords(language);
  const values = readForm(request);
  const fields = new FieldReader(values);
  const known = deps.rules.institutions().map(({ id }) => id);
  const id = fields.choice('institution', known, w.missing);
  const address = fields.text('email', w.noEmail, 254);
  if (address !== '' && !isMailAddress(address)) fields.fail('email', w.badEmail);
  const reference = one(values, 'reference').trim().toUpperCase();
  if (reference !== '' && !referenceForm.test(reference)) fields.fail('reference', w.badReference);
  const institution = deps.rules.institution(id);
  if (fields.errors.size > 0 || !institution) return page(deps, language, { values, errors: fields.errors }, 422);
  await requestFreshLinks(deps, { institution: id, address, ...(reference === '' ? {} : { reference }) });
  const { office } = institution.contacts;
  const said = [w.done.sent, w.done.limit, w.done.none(office.name, office.email)];
  return pageReply(messagePage(w.done.title, said, institution, language));
}

function page(deps: PagesDeps, language: Language, form: FormState, status = 200): Promise<Reply> {
  const { freshLink: w } = pageWords(language);
  const options = deps.rules.institutions().map(({ id, name }) => ({ value: id, label: name }));
  const body = html`${errorSummary(form.errors, [], language)}<h1 class="ds-heading" data-size="md">${w.title}</h1>
<p class="ds-paragraph" data-size="lg">${w.lead}</p>
<form class="ds-card" method="post" action="/link" novalidate>${select(form, {
    name: 'institution',
    label: w.institution,
    empty: w.choose,
    options,
  })}${input(form, { name: 'email', label: w.email, hint: w.emailHint, type: 'email', autocomplete: 'email' })}${input(
    form,
    { name: 'reference', label: w.reference, hint: w.referenceHint, autocomplete: 'off', look: 'short' },
  )}<div class="buttons"><button class="ds-button">${w.button}</button></div></form>`;
  return pageReply({ title: w.title, language, body, hasErrors: form.errors.size > 0 }, status);
}

/** The first of our languages that the browser asks for; nobody is known here yet. */
function languageOf(request: Request): Language {
  const known: Readonly<Record<string, Language>> = { en: 'en', nb: 'nb', no: 'nb', nn: 'nn', nl: 'nl' };
  const wished = (request.header('accept-language') ?? '').toLowerCase().split(',');
  const codes = wished.map((each) => each.trim().slice(0, 2));
  return codes.map((code) => (Object.hasOwn(known, code) ? known[code] : undefined)).find((found) => found) ?? 'en';
}
