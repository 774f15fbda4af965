import { isMailAddress } from '../../../shared/mail/compose.ts';
import { requestFreshLinks } from '../../../shared/people/fresh-links.ts';
import type { PagesDeps } from '../deps.ts';
import { FieldReader, grouped, one, readForm } from '../form.ts';
import type { Reply, Request } from '../http.ts';
import { allLanguages, chosenLanguage, languageFor, withLanguage } from '../language.ts';
import { type FormState, input, select } from '../views/fields.ts';
import { languageSwitch } from '../views/languages.ts';
import { errorSummary, html, messagePage, pageReply } from '../views/layout.ts';
import { pageWords } from '../words/index.ts';

/** The form of a reference, as ids.ts makes them. */
const referenceForm = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/** GET `/link`: whoever has lost the link asks for a fresh one. The query may say at which institution. */
export function showFreshLink(deps: PagesDeps, request: Request): Promise<Reply> {
  const values = grouped([...request.query].filter(([name]) => name === 'institution'));
  return page(deps, request, { values, errors: new Map() });
}

/** POST: the same answer, after the same work, whether anybody is on file with the address or not. */
export async function askFreshLink(deps: PagesDeps, request: Request): Promise<Reply> {
  const language = languageFor(request);
  const { freshLink: w } = pageWords(language);
  const values = readForm(request);
  const fields = new FieldReader(values, language);
  const known = deps.rules.institutions().map(({ id }) => id);
  const id = fields.choice('institution', known, w.missing);
  const address = fields.text('email', w.noEmail, 254);
  if (address !== '' && !isMailAddress(address)) fields.fail('email', w.badEmail);
  const reference = one(values, 'reference').trim().toUpperCase();
  if (reference !== '' && !referenceForm.test(reference)) fields.fail('reference', w.badReference);
  const institution = deps.rules.institution(id);
  if (fields.errors.size > 0 || !institution) return page(deps, request, { values, errors: fields.errors }, 422);
  await requestFreshLinks(deps, { institution: id, address, ...(reference === '' ? {} : { reference }) });
  const { office } = institution.contacts;
  const said = [w.done.sent, w.done.limit, w.done.none(office.name, office.email)];
  return pageReply(messagePage(w.done.title, said, institution, language));
}

function page(deps: PagesDeps, request: Request, form: FormState, status = 200): Promise<Reply> {
  const language = languageFor(request);
  const action = withLanguage('/link', chosenLanguage(request, allLanguages));
  const { freshLink: w } = pageWords(language);
  const options = deps.rules.institutions().map(({ id, name }) => ({ value: id, label: name }));
  const body = html`${errorSummary(form.errors, [], language)}<h1 class="ds-heading" data-size="md">${w.title}</h1>
<p class="ds-paragraph" data-size="lg">${w.lead}</p>
<form class="ds-card" method="post" action="${action}" novalidate>${select(form, {
    name: 'institution',
    label: w.institution,
    empty: w.choose,
    options,
  })}${input(form, { name: 'email', label: w.email, hint: w.emailHint, type: 'email', autocomplete: 'email' })}${input(
    form,
    { name: 'reference', label: w.reference, hint: w.referenceHint, autocomplete: 'off', look: 'short' },
  )}<div class="buttons"><button class="ds-button">${w.button}</button></div></form>`;
  // On an answer to the form, links would lose what was typed.
  const other = request.method === 'POST' ? {} : { languages: languageSwitch(request, language, allLanguages) };
  return pageReply({ title: w.title, language, ...other, body, hasErrors: form.errors.size > 0 }, status);
}
