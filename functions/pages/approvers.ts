import { sentenceCase } from '../../shared/language/lines.ts';
import { inLanguage } from '../../shared/language/text.ts';
import { approvalRules, approverProblem } from '../../shared/mobility/approvals.ts';
import type { Approver, Participant } from '../../shared/mobility/case.ts';
import type { Application, NamedApprover } from '../../shared/mobility/commands.ts';
import type { ApprovalRule, Institution, Language } from '../../shared/rulebook/types.ts';
import { type FieldReader, one, type Values } from './form.ts';
import { type FormState, input, select } from './views/fields.ts';
import { type Html, html, raw } from './views/layout.ts';
import { type PageWords, pageWords } from './words/index.ts';

/** Whom the application is put before first, as the form asks for it: names and addresses, or a unit of a list. */

type Activity = Application['stay']['activity'];

const fieldsOf = (role: string) =>
  ({ name: `approver-${role}-name`, email: `approver-${role}-email`, unit: `approver-${role}-unit` }) as const;

/** Names of the fields that ask for it, in their order. */
export function approverNames(institution: Institution, activity: Activity): readonly string[] {
  return approvalRules(institution, activity).flatMap(({ role, who }) => {
    const { name, email, unit } = fieldsOf(role);
    return who.by === 'contacts' ? [unit] : [name, email];
  });
}

/** Whether a field is one of these, at whatever institution. */
export const isApproverField = (name: string): boolean => /^approver-[a-z0-9-]{1,30}-(name|email|unit)$/.test(name);

/** The answers as they are shown again; an empty one where nothing was answered. */
export function approverRows(
  institution: Institution,
  activity: Activity,
  values: Values,
  language: Language,
): readonly (readonly [string, string])[] {
  return approvalRules(institution, activity).map(({ role, label, who }) => {
    const fields = fieldsOf(role);
    const called = sentenceCase(inLanguage(label, language));
    if (who.by === 'applicant')
      return [called, [one(values, fields.name), one(values, fields.email)].filter(Boolean).join(', ')];
    const unit = who.units.find((each) => each.unit === one(values, fields.unit));
    return [called, unit === undefined ? '' : sentenceCase(inLanguage(unit.name, language))];
  });
}

/** The part of the form; nothing where the office decides alone. */
export function approverFields(
  form: FormState,
  institution: Institution,
  activity: Activity,
  language: Language,
): Html {
  const rules = approvalRules(institution, activity);
  if (rules.length === 0) return raw('');
  const { form: w } = pageWords(language).approvals;
  return html`<fieldset class="ds-fieldset group"><legend class="ds-heading" data-size="sm">${w.legend}</legend><p>${w.lead}</p>${rules.map((rule) => fieldsFor(form, rule, language))}</fieldset>`;
}

function fieldsFor(form: FormState, { role, label, who, domains }: ApprovalRule, language: Language): Html {
  const words = pageWords(language).approvals;
  const { form: w } = words;
  const called = sentenceCase(inLanguage(label, language));
  const fields = fieldsOf(role);
  if (who.by === 'contacts') {
    const options = who.units.map(({ unit, name }) => ({
      value: unit,
      label: sentenceCase(inLanguage(name, language)),
    }));
    return select(form, { name: fields.unit, label: called, hint: w.unitHint, empty: w.choose, options });
  }
  return html`<div class="pair">${input(form, { name: fields.name, label: w.name(called), autocomplete: 'off' })}${input(
    form,
    {
      name: fields.email,
      label: w.email(called),
      type: 'email',
      autocomplete: 'off',
      hint: w.emailHint(domainText(domains, words)),
    },
  )}</div>`;
}

/** Reads it; what comes back counts only when nothing was wrong. */
export function readApprovers(
  fields: FieldReader,
  institution: Institution,
  activity: Activity,
  participant: Pick<Participant, 'email' | 'secondEmail'>,
  language: Language,
): Pick<Application, 'approvers'> {
  const rules = approvalRules(institution, activity);
  if (rules.length === 0) return {};
  const words = pageWords(language).approvals;
  const read = rules.map((rule): readonly [string, NamedApprover] => {
    const { role, who, label, domains } = rule;
    const called = inLanguage(label, language);
    const names = fieldsOf(role);
    if (who.by === 'contacts') {
      const units = who.units.map(({ unit }) => unit);
      return [role, { unit: fields.choice(names.unit, units, words.form.unitMissing(called)) }];
    }
    const missing = { name: words.form.nameMissing(called), email: words.form.emailMissing(called) };
    return [role, readPerson(fields, names, { domains, participant, missing, words })];
  });
  return { approvers: Object.fromEntries(read) };
}

/** Somebody to be asked: a name, and an address where the institution's people have theirs. */
export function readPerson(
  fields: FieldReader,
  names: { readonly name: string; readonly email: string },
  about: {
    readonly domains: readonly string[];
    readonly participant: Pick<Participant, 'email' | 'secondEmail'>;
    readonly missing: { readonly name: string; readonly email: string };
    readonly words: PageWords['approvals'];
  },
): Approver {
  const { domains, participant, missing, words } = about;
  const name = fields.text(names.name, missing.name, 70);
  const email = fields.email(names.email, missing.email);
  const problem = approverProblem(domains, participant, email);
  if (problem === 'own-address') fields.fail(names.email, words.ownAddress);
  if (problem === 'other-domain') fields.fail(names.email, words.otherDomain(domainText(domains, words)));
  return { name, email };
}

export const domainText = (domains: readonly string[], words: PageWords['approvals']): string => domains.join(words.or);
