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
import { activityWords } from './views/activities.ts';
import { facts as factWords } from './views/words.ts';

/** Characters of a payee's name in a payment, the space between both parts included (domain.md §5). */
const LONGEST_NAME = 70;

const payeeFields: PayeeFields = { account: 'account', unit: 'unit', costCentre: 'costCentre' };

/** Reads the whole form, in its order; what comes back counts only when the reader has found nothing wrong. */
export function readApplication(fields: FieldReader, institution: Institution, questions: Questions): Application {
  const person = readPerson(fields, institution);
  const account = readAccountField(fields, institution);
  const asked = readApprovers(fields, institution, questions.activity, person, 'en');
  const facts = readFacts(fields, institution, questions);
  const stay = readStay(fields, institution, questions);
  return { institution: institution.id, participant: { ...person, account }, stay: { ...stay, facts }, ...asked };
}

/** Where the grant goes, as the application asks it. */
export const readAccountField = (fields: FieldReader, institution: Institution): PayeeAccount =>
  readPayee(fields, institution, payeeFields);

/** Who applies, and where mail goes. */
export function readPerson(fields: FieldReader, institution: Institution): Omit<Participant, 'account'> {
  const givenName = fields.text('givenName', 'Give your given name.', 70);
  const familyName = fields.text('familyName', 'Give your family name.', 70);
  if (givenName.length + familyName.length >= LONGEST_NAME) {
    fields.fail(
      'familyName',
      `Given and family name may have ${LONGEST_NAME - 1} characters together: banks carry no more. Shorten one.`,
    );
  }
  const email = fields.email('email', 'Give your mail address.');
  const second = readSecondEmail(fields, email);
  const language = readLanguage(fields, institution);
  return { givenName, familyName, email, ...second, language };
}

/** A private address beside the first one; nobody has to give it. */
function readSecondEmail(fields: FieldReader, email: string): { readonly secondEmail?: string } {
  if (one(fields.values, 'secondEmail').trim() === '') return {};
  const secondEmail = fields.email('secondEmail', 'Give your private mail address, or leave it empty.');
  if (secondEmail.toLowerCase() === email.toLowerCase()) {
    fields.fail('secondEmail', 'This is the address from above. Give another one, or leave it empty.');
  }
  return { secondEmail };
}

/** English, the language of the form, where it did not ask. */
function readLanguage(fields: FieldReader, { languages }: Institution): Language {
  if (one(fields.values, 'language') === '') return 'en';
  return fields.choice('language', languages, 'Choose one of the languages of the documents.');
}

export function readStay(fields: FieldReader, institution: Institution, questions: Questions): Omit<Stay, 'facts'> {
  const stay = readHostAndDays(fields, institution, questions);
  return { ...stay, fewerOpportunities: readFewerOpportunities(fields, questions) };
}

/** A declaration; asked only where something depends on it. */
export function readFewerOpportunities(fields: FieldReader, { activity, fewerOpportunities }: Questions): boolean {
  if (!fewerOpportunities) return false;
  const { person } = activityWords[activity];
  const missing = `Say whether you are a ${person} with fewer opportunities.`;
  fields.choice('fewerOpportunities', ['yes', 'no'], missing);
  return one(fields.values, 'fewerOpportunities') === 'yes';
}

/** Where to, with whom there, when and how. */
export function readHostAndDays(
  fields: FieldReader,
  institution: Institution,
  { activity }: Questions,
): Omit<Stay, 'facts' | 'fewerOpportunities'> {
  const { host } = activityWords[activity];
  const country = fields.choice('country', [...countryCodes], 'Choose the country of your host.');
  const city = fields.text('city', 'Give the city of your host.', 60);
  const code = host === 'higher-education' ? readCode(fields) : readHost(fields);
  const name = fields.text('contactName', 'Give the name of your coordinator at the host.', 70);
  const email = fields.email('contactEmail', 'Give the mail address of your coordinator at the host.');
  const start = fields.date('start', 'Give the first day of your stay.');
  const end = fields.date('end', 'Give the last day of your stay.');
  if (!fields.errors.has('start') && !fields.errors.has('end') && end < start) {
    fields.fail('end', 'The last day lies before the first day. Check both.');
  }
  const travel = fields.choice('travel', ['none', 'standard', 'green'], 'Choose whether you ask for a travel grant.');
  const km =
    one(fields.values, 'distanceKm').trim() === ''
      ? undefined
      : fields.whole('distanceKm', 'Give the distance in kilometres.', 0, 20_100);
  return {
    call: nominatedFor(fields, institution) ?? callFor(institution, start),
    activity,
    host: { country, city, code, contact: { name, email }, ...(km === undefined ? {} : { distanceKm: km }) },
    planned: { start, end },
    travel,
  };
}

function readCode(fields: FieldReader): string {
  const typed = fields.text('code', 'Give the Erasmus code of your host.', 14);
  const code = erasmusCode(typed);
  if (code === undefined) {
    fields.fail(
      'code',
      'This is not an Erasmus code. It has the country, the city and a number, for example F  PARIS014.',
    );
  }
  return code ?? typed;
}

/** A host that need not be a university stands in the case by its name where it has no code. */
function readHost(fields: FieldReader): string {
  const typed = fields.text('code', 'Give the name of your host, or its Erasmus code.', 70);
  return erasmusCode(typed) ?? typed;
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
    const { ifEmpty, missing } = factWords[name];
    if (one(values, name).trim() !== '') return [name, readFact(fields, name)] as const;
    if (ifEmpty === undefined && counting.includes(name)) fields.fail(name, missing);
    return [name, ifEmpty] as const;
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** Facts as far as they have been given well. */
export function givenFacts(values: Values, { facts }: Questions): Facts {
  const fields = new FieldReader(values);
  const given = facts.filter((name) => one(values, name).trim() !== '');
  const read = given.map((name) => [name, readFact(fields, name)] as const);
  return Object.fromEntries(read.filter(([name]) => !fields.errors.has(name)));
}

function readFact(fields: FieldReader, name: FactName): string | number | boolean {
  const kind: FactKind = factKinds[name];
  const { missing, most = 0 } = factWords[name];
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
