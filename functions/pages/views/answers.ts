import { isIsoDate } from '../../../shared/calendar/dates.ts';
import { countryCodes, countryName } from '../../../shared/grant/countries.ts';
import { factKinds } from '../../../shared/grant/facts.ts';
import { factsFor, givenFacts } from '../application.ts';
import type { Place } from '../apply/place.ts';
import type { StepName } from '../apply/steps.ts';
import { approverRows } from '../approvers.ts';
import { one, type Values } from '../form.ts';
import { factLimits } from './facts.ts';
import { languageNames } from './languages.ts';
import type { FactRow } from './money.ts';
import { factName, factText } from './words.ts';

/** What was answered at a step, to be looked at before it is sent. */
export function answerRows(place: Place, values: Values, step: StepName): readonly FactRow[] {
  const { institution, questions, reader } = place;
  const { say, language } = reader;
  const { steps: w } = reader.words;
  const text = (name: string): string => one(values, name).trim() || w.notGiven;
  const day = (name: string): string => (isIsoDate(one(values, name)) ? say.date(one(values, name)) : text(name));
  switch (step) {
    case 'you': {
      const chosen = institution.languages.find((known) => known === one(values, 'language'));
      return [
        [w.labels.name, `${text('givenName')} ${text('familyName')}`],
        [w.labels.email, text('email')],
        one(values, 'secondEmail').trim() === '' ? undefined : [w.labels.secondEmail, text('secondEmail')],
        chosen === undefined ? undefined : [w.labels.language, languageNames[chosen]],
      ];
    }
    case 'stay': {
      const country = one(values, 'country');
      const where = countryCodes.has(country) ? countryName(country, language) : w.notGiven;
      const travel = one(values, 'travel');
      return [
        [w.labels.host, text('code')],
        [w.labels.place, `${text('city')}, ${where}`],
        [w.labels.contact, `${text('contactName')}, ${text('contactEmail')}`],
        [w.labels.days, `${day('start')} – ${day('end')}`],
        [
          w.labels.travel,
          travel === 'standard' || travel === 'green' || travel === 'none' ? w.travel[travel] : w.notGiven,
        ],
        one(values, 'distanceKm').trim() === '' ? undefined : [w.labels.distance, `${text('distanceKm')} km`],
      ];
    }
    case 'rules': {
      const facts = givenFacts(values, questions);
      const asked = factsFor(values, institution, questions).map((name): FactRow => {
        const value = facts[name] ?? factLimits[name]?.ifEmpty;
        const said =
          factKinds[name].kind === 'date' && typeof value === 'string'
            ? say.date(value)
            : factText(value, name, language);
        return [factName(name, language), value === undefined ? w.notGiven : said];
      });
      const declared = one(values, 'fewerOpportunities');
      const answer = declared === 'yes' ? w.yes : declared === 'no' ? w.no : w.notGiven;
      const approvers = approverRows(institution, questions.activity, values, language).map(
        ([label, answer]): FactRow => [label, answer || w.notGiven],
      );
      return [...approvers, ...asked, questions.fewerOpportunities ? [w.labels.fewerOpportunities, answer] : undefined];
    }
    case 'payment':
      return institution.bank.format === 'voucher-csv'
        ? [
            [w.labels.unit, text('unit')],
            [w.labels.costCentre, text('costCentre')],
          ]
        : [[w.labels.account, text('account')]];
  }
}
