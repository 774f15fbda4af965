import { countryCodes } from '../../../shared/grant/countries.ts';
import { languageLevels } from '../../../shared/grant/facts.ts';
import type { Facts } from '../../../shared/grant/types.ts';
import type { Participant, Stay } from '../../../shared/mobility/case.ts';
import type { Application } from '../../../shared/mobility/commands.ts';
import { admit } from '../../../shared/mobility/open.ts';
import type { Institution } from '../../../shared/rulebook/types.ts';
import { readAccount } from '../account.ts';
import type { PagesDeps } from '../deps.ts';
import { FieldReader, grouped, one, readForm, type Values } from '../form.ts';
import { notFound, type Reply, type Request, seeOther } from '../http.ts';
import { applyView, type Preview } from '../views/apply.ts';
import type { FormState } from '../views/fields.ts';
import { messagePage, pageReply } from '../views/layout.ts';

/** GET `/apply/<institution>`: the form. Values in the query fill it in, so that a link can carry them. */
export function showApply(deps: PagesDeps, request: Request): Promise<Reply> {
  return page(institutionOf(deps, request), { values: grouped(request.query), errors: new Map() });
}

/** POST: shows what the applicant would get, or sends the application. Whatever is wrong, all values are kept. */
export async function sendApply(deps: PagesDeps, request: Request): Promise<Reply> {
  const institution = institutionOf(deps, request);
  const values = readForm(request);
  if (one(values, 'do') === 'preview') return preview(deps, institution, values);
  const fields = new FieldReader(values);
  const application = readApplication(fields, institution);
  const form = { values, errors: fields.errors };
  if (form.errors.size > 0) return page(institution, form, { status: 422 });
  const result = await deps.openCase(deps, application);
  if (result.outcome === 'refused') {
    const field = fieldOf[result.refusal.code];
    const { sentence } = result.refusal;
    return field === undefined
      ? page(institution, form, { general: [sentence], status: 422 })
      : page(institution, { values, errors: new Map([[field, sentence]]) }, { status: 422 });
  }
  return seeOther(`/apply/${institution.id}/received`);
}

/** GET `/apply/<institution>/received`: the link to the case comes by mail, to the address that was given. */
export function showReceived(deps: PagesDeps, request: Request): Promise<Reply> {
  const institution = institutionOf(deps, request);
  const { office } = institution.contacts;
  return pageReply(
    messagePage(
      'Look at your mail',
      [
        'Your application has arrived. We have sent a mail to the address you gave: the link in it opens your page, where you always see where your money is.',
        `If no mail comes within a few minutes, look among the unwanted mail, or write to ${office.name}, ${office.email}: perhaps the address was mistyped.`,
      ],
      institution,
    ),
  );
}

/** Characters of a payee's name in a payment, the space between both parts included (domain.md §5). */
const LONGEST_NAME = 70;

/** Which field a refusal speaks of, by its code; a refusal for several reasons speaks of the whole. */
const fieldOf: Readonly<Record<string, string>> = {
  'wrong-semester': 'start',
  'other-semester': 'start',
  'not-open-yet': 'start',
  'window-not-open': 'start',
  'window-closed': 'start',
  'host-excluded': 'country',
  'host-in-programme': 'country',
  'sixty-ects': 'ects',
  nominated: 'nominated',
  'language-level': 'languageLevel',
  'host-abroad': 'country',
  'minimum-duration': 'end',
  'maximum-duration': 'end',
};

interface Showing {
  readonly preview?: Preview;
  readonly general?: readonly string[];
  readonly status?: number;
}

function page(institution: Institution, form: FormState, { preview: shown, general = [], status = 200 }: Showing = {}) {
  const hasErrors = form.errors.size > 0 || general.length > 0;
  const body = applyView(institution, form, shown, general);
  return pageReply({ title: 'Apply for an Erasmus+ grant', institution, body, hasErrors }, status);
}

/** Reads only what the amount depends on. Facts that are not given yet are named, not guessed. Nothing is stored. */
async function preview(deps: PagesDeps, institution: Institution, values: Values): Promise<Reply> {
  const fields = new FieldReader(values);
  const stay = readStay(fields, institution);
  const amountFields = ['country', 'start', 'end', 'distanceKm', 'travel'];
  const errors = new Map([...fields.errors].filter(([name]) => amountFields.includes(name)));
  if (errors.size > 0) return page(institution, { values, errors }, { status: 422 });
  const nobody: Participant = { givenName: '', familyName: '', email: '', language: 'en', account: { bban: '' } };
  const application: Application = {
    institution: institution.id,
    participant: nobody,
    stay: { ...stay, facts: givenFacts(values) },
  };
  const admitted = await admit(deps, application, { institution, now: deps.clock.now() });
  const exchange = institution.calls.find((call) => call.call === stay.call)?.exchange;
  const shown: Preview = admitted.ok
    ? { kind: 'amount', assessment: admitted.assessment, exchange }
    : { kind: 'refused', refusal: admitted.refusal };
  return page(institution, { values, errors: new Map() }, { preview: shown });
}

function readApplication(fields: FieldReader, institution: Institution): Application {
  const givenName = fields.text('givenName', 'Give your given name.', 70);
  const familyName = fields.text('familyName', 'Give your family name.', 70);
  if (givenName.length + familyName.length >= LONGEST_NAME) {
    fields.fail(
      'familyName',
      `Given and family name may have ${LONGEST_NAME - 1} characters together: banks carry no more. Shorten one.`,
    );
  }
  const email = fields.email('email', 'Give your mail address.');
  const account = readAccount(one(fields.values, 'account'), institution);
  if (!account.ok) fields.fail('account', account.sentence);
  const facts: Facts = {
    studyLevel: fields.choice('studyLevel', ['bachelor', 'master', 'phd'], 'Choose your level of study.'),
    ects: fields.whole('ects', 'Give the number of ECTS that you have completed.', 0, 600),
    nominated: fields.choice('nominated', ['yes', 'no'], 'Say whether you have been nominated.') === 'yes',
    languageLevel: fields.choice('languageLevel', languageLevels, 'Choose your language level.'),
    doubleDegree: fields.choice('doubleDegree', ['yes', 'no'], 'Say whether it is a double degree.') === 'yes',
  };
  const stay = readStay(fields, institution);
  return {
    institution: institution.id,
    participant: { givenName, familyName, email, language: 'en', account: account.ok ? account.account : { bban: '' } },
    stay: { ...stay, facts },
  };
}

function readStay(fields: FieldReader, institution: Institution): Omit<Stay, 'facts'> {
  const country = fields.choice('country', [...countryCodes], 'Choose the country of your host.');
  const city = fields.text('city', 'Give the city of your host.', 60);
  const code = fields.text('code', 'Give the Erasmus code of your host.', 14).toUpperCase();
  if (!fields.errors.has('code') && !/^[A-Z]{1,3} {0,2}[A-Z-]{3,10}\d{2,3}$/.test(code)) {
    fields.fail(
      'code',
      'This is not an Erasmus code. It has the country, the city and a number, for example F  PARIS014.',
    );
  }
  const name = fields.text('contactName', 'Give the name of your coordinator at the host.', 70);
  const email = fields.email('contactEmail', 'Give the mail address of your coordinator at the host.');
  const start = fields.date('start', 'Give the first day of your stay.');
  const end = fields.date('end', 'Give the last day of your stay.');
  if (!fields.errors.has('start') && !fields.errors.has('end') && end < start) {
    fields.fail('end', 'The last day lies before the first day. Check both.');
  }
  const travel = fields.choice('travel', ['none', 'standard', 'green'], 'Choose whether you ask for a travel grant.');
  const asked = one(fields.values, 'distanceKm').trim() !== '';
  const km =
    travel !== 'none' || asked
      ? fields.whole('distanceKm', 'Give the distance: the travel grant follows from it.', 0, 20_100)
      : undefined;
  fields.choice('fewerOpportunities', ['yes', 'no'], 'Say whether you are a student with fewer opportunities.');
  return {
    call: nominatedFor(fields, institution) ?? callFor(institution, start),
    activity: 'HE-SMS',
    host: { country, city, code, contact: { name, email }, ...(km === undefined ? {} : { distanceKm: km }) },
    planned: { start, end },
    travel,
    fewerOpportunities: one(fields.values, 'fewerOpportunities') === 'yes',
  };
}

/** The call that the office has nominated for, when the link to the form names one. */
function nominatedFor(fields: FieldReader, institution: Institution): string | undefined {
  const call = one(fields.values, 'call');
  if (call === '') return undefined;
  const known = institution.calls.map((project) => project.call);
  if (!known.includes(call)) {
    fields.fail(
      'start',
      `${institution.shortName} has no call ${call}; it has ${known.join(', ')}. Ask the office for a new link.`,
    );
  }
  return call;
}

/** The call that pays for a stay: the newest one that is not of a later year than the stay's first day. */
function callFor({ calls }: Institution, start: string): string {
  const years = calls.map((call) => call.call).sort();
  return years.findLast((year) => year <= start.slice(0, 4)) ?? years[0] ?? '';
}

/** Facts as far as they have been given. */
function givenFacts(values: Values): Facts {
  const yes = (name: string) => (one(values, name) === '' ? {} : { [name]: one(values, name) === 'yes' });
  const ects = one(values, 'ects').trim();
  const word = (name: string) => (one(values, name) === '' ? {} : { [name]: one(values, name) });
  return {
    ...word('studyLevel'),
    ...word('languageLevel'),
    ...yes('nominated'),
    ...yes('doubleDegree'),
    ...(/^\d{1,4}$/.test(ects) ? { ects: Number(ects) } : {}),
  };
}

function institutionOf(deps: PagesDeps, request: Request): Institution {
  const institution = deps.rules.institution(request.params.institution ?? '');
  if (!institution) throw notFound();
  return institution;
}
