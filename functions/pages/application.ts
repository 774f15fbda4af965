import { countryCodes } from '../../shared/grant/countries.ts';
import { type FactKind, type FactName, factKinds } from '../../shared/grant/facts.ts';
import type { Facts } from '../../shared/grant/types.ts';
import type { Lookup } from '../../shared/grant/values.ts';
import type { Participant, Stay } from '../../shared/mobility/case.ts';
import type { Application } from '../../shared/mobility/commands.ts';
import { erasmusCode } from '../../shared/mobility/erasmus-code.ts';
import type { PayeeAccount } from '../../shared/payments/types.ts';
import type { Institution, Language } from '../../shared/rulebook/types.ts';
import { type PayeeFields, readPayee } from './account.ts';
import { readApprovers } from './approvers.ts';
import { FieldReader, one, type Values } from './form.ts';
import type { Questions } from './questions.ts';
import { activityKinds } from './views/activities.ts';
import { factLimits } from './views/facts.ts';
import { wordsOfFact } from './views/words.ts';
import { type PageWords, pageWords } from './words/index.ts';

/** Characters of a payee's name in a payment, the space between both parts included (domain.md §5). */
const LONGEST_NAME = 70;

/** What is said of answers that are missing or wrong. */
const wordsOf = ({ language }: FieldReader): PageWords['apply']['wrong'] => pageWords(language).apply.wrong;

const payeeFields: PayeeFields = { account: 'account', unit: 'unit', costCentre: 'costCentre' };

/** Reads the whole form, in its order; what comes back counts only when the reader has found nothing wrong. */
export function readApplication(fields: FieldReader, institution: Institution, questions: Questions): Application {
  const person = readPerson(fields, institution);
  const account = readAccountField(fields, institution);
  const asked = readApprovers(fields, institution, questions.activity, person, fields.language);
  const facts = readFacts(fields, institution, questions);
  const stay = readStay(fields, institution, questions);
  return { institution: institution.id, participant: { ...person, account }, stay: { ...stay, facts }, ...asked };
}

/** Where the grant goes, as the application asks it. */
export const readAccountField = (fields: FieldReader, institution: Institution): PayeeAccount =>
  readPayee(fields, institution, payeeFields);

/** Who applies, and where mail goes. */
export function readPerson(fields: FieldReader, institution: Institution): Omit<Participant, 'account'> {
  const w = wordsOf(fields);
  const givenName = fields.text('givenName', w.givenName, 70);
  const familyName = fields.text('familyName', w.familyName, 70);
  if (givenName.length + familyName.length >= LONGEST_NAME) {
    fields.fail('familyName', w.nameTooLong(LONGEST_NAME - 1));
  }
  const email = fields.email('email', w.email);
  const second = readSecondEmail(fields, email);
  const language = readLanguage(fields, institution);
  return { givenName, familyName, email, ...second, language };
}

/** A private address beside the first one; nobody has to give it. */
function readSecondEmail(fields: FieldReader, email: string): { readonly secondEmail?: string } {
  if (one(fields.values, 'secondEmail').trim() === '') return {};
  const w = wordsOf(fields);
  const secondEmail = fields.email('secondEmail', w.secondEmail);
  if (secondEmail.toLowerCase() === email.toLowerCase()) {
    fields.fail('secondEmail', w.sameEmail);
  }
  return { secondEmail };
}

/** The language of the form where it did not ask. */
function readLanguage(fields: FieldReader, { languages }: Institution): Language {
  if (one(fields.values, 'language') === '') return fields.language;
  return fields.choice('language', languages, wordsOf(fields).language);
}

export function readStay(fields: FieldReader, institution: Institution, questions: Questions): Omit<Stay, 'facts'> {
  const stay = readHostAndDays(fields, institution, questions);
  return { ...stay, fewerOpportunities: readFewerOpportunities(fields, questions) };
}

/** A declaration; asked only where something depends on it. */
export function readFewerOpportunities(fields: FieldReader, { activity, fewerOpportunities }: Questions): boolean {
  if (!fewerOpportunities) return false;
  const { fewer } = pageWords(fields.language).apply;
  const missing = activityKinds[activity].person === 'student' ? fewer.studentMissing : fewer.participantMissing;
  fields.choice('fewerOpportunities', ['yes', 'no'], missing);
  return one(fields.values, 'fewerOpportunities') === 'yes';
}

/** Where to, with whom there, when and how. */
export function readHostAndDays(
  fields: FieldReader,
  institution: Institution,
  { activity }: Questions,
): Omit<Stay, 'facts' | 'fewerOpportunities'> {
  const w = wordsOf(fields);
  const { host } = activityKinds[activity];
  const country = fields.choice('country', [...countryCodes], w.country);
  const city = fields.text('city', w.city, 60);
  const code = host === 'higher-education' ? readCode(fields) : readHost(fields);
  const name = fields.text('contactName', w.contactName, 70);
  const email = fields.email('contactEmail', w.contactEmail);
  const start = fields.date('start', w.start);
  const end = fields.date('end', w.end);
  if (!fields.errors.has('start') && !fields.errors.has('end') && end < start) {
    fields.fail('end', w.order);
  }
  const travel = fields.choice('travel', ['none', 'standard', 'green'], w.travel);
  const km =
    one(fields.values, 'distanceKm').trim() === '' ? undefined : fields.whole('distanceKm', w.distance, 0, 20_100);
  return {
    call: nominatedFor(fields, institution) ?? callFor(institution, start),
    activity,
    host: { country, city, code, contact: { name, email }, ...(km === undefined ? {} : { distanceKm: km }) },
    planned: { start, end },
    travel,
  };
}

function readCode(fields: FieldReader): string {
  const w = wordsOf(fields);
  const typed = fields.text('code', w.code, 14);
  const code = erasmusCode(typed);
  if (code === undefined) {
    fields.fail('code', w.notCode);
  }
  return code ?? typed;
}

/** A host that need not be a university stands in the case by its name where it has no code. */
function readHost(fields: FieldReader): string {
  const typed = fields.text('code', wordsOf(fields).host, 70);
  return erasmusCode(typed) ?? typed;
}

/** The call that the office has nominated for, when the link to the form names one. */
function nominatedFor(fields: FieldReader, institution: Institution): string | undefined {
  const call = one(fields.values, 'call');
  if (call === '') return undefined;
  const known = institution.calls.map((project) => project.call);
  if (!known.includes(call)) {
    fields.fail('start', wordsOf(fields).call(institution.shortName, call, known.join(', ')));
  }
  return call;
}

/** The call that pays for a stay: the newest one that is not of a later year than the stay's first day. */
export function callFor({ calls }: Institution, start: string): string {
  const years = calls.map((call) => call.call).sort();
  return years.findLast((year) => year <= start.slice(0, 4)) ?? years[0] ?? '';
}

/** Answers to everything that counts; what no rule comes to with the other answers may stay empty. */
export function readFacts(fields: FieldReader, institution: Institution, questions: Questions): Facts {
  const { values } = fields;
  const known = knownFrom(values, institution, questions);
  const counting = questions.stillCounting(known);
  const read = questions.facts.map((name) => {
    const { ifEmpty } = factLimits[name] ?? {};
    const { missing } = wordsOfFact(pageWords(fields.language), name);
    if (one(values, name).trim() !== '') return [name, readFact(fields, name)] as const;
    if (ifEmpty === undefined && counting.includes(name)) fields.fail(name, missing);
    return [name, ifEmpty] as const;
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** Facts as far as they have been given well. */
export function givenFacts(values: Values, { facts }: Questions): Facts {
  const fields = new FieldReader(values, 'en');
  const given = facts.filter((name) => one(values, name).trim() !== '');
  const read = given.map((name) => [name, readFact(fields, name)] as const);
  return Object.fromEntries(read.filter(([name]) => !fields.errors.has(name)));
}

function readFact(fields: FieldReader, name: FactName): string | number | boolean {
  const kind: FactKind = factKinds[name];
  const { missing } = wordsOfFact(pageWords(fields.language), name);
  const { most = 0 } = factLimits[name] ?? {};
  switch (kind.kind) {
    case 'number':
      return fields.whole(name, missing, 0, most);
    case 'yes-no':
      return fields.choice(name, ['yes', 'no'], missing) === 'yes';
    case 'date':
      return fields.date(name, missing);
    case 'country':
      return fields.choice(name, [...countryCodes], missing);
    case 'one-of':
      return fields.choice(name, kind.values, missing);
  }
}

/** Facts that may count for the host as it stands, whatever else is answered. */
export function factsFor(values: Values, institution: Institution, questions: Questions): readonly FactName[] {
  const known = knownFrom({ country: values.country ?? [] }, institution, questions);
  const counting = questions.stillCounting(known);
  return questions.facts.filter((name) => counting.includes(name));
}

/** What the form as it stands tells rules, for deciding which questions still count. */
function knownFrom(values: Values, { country }: Institution, questions: Questions): Lookup {
  const facts = givenFacts(values, questions);
  const host = one(values, 'country');
  return (name) => {
    if (name.startsWith('facts.')) return facts[name.slice('facts.'.length)];
    if (name === 'institution.country') return country;
    return name === 'host.country' && countryCodes.has(host) ? host : undefined;
  };
}
