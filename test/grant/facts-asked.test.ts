import { describe, expect, test } from 'vitest';
import { factNames } from '../../shared/grant/facts.ts';
import { factsAsked, type Known, valuesAsked } from '../../shared/grant/facts-asked.ts';
import type { Condition } from '../../shared/rulebook/conditions.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Terms } from '../../shared/rulebook/types.ts';

const given = (values: Readonly<Record<string, string | number | boolean>>): Known => ({
  lookup: (name) => values[name],
});

const nhh: Terms = loadRulebook().terms({
  institution: 'nhh',
  call: '2025',
  activity: 'HE-SMS',
  hostCountry: 'FR',
  on: '2025-08-18',
});

describe('the facts of whole terms', () => {
  test('NHH asks for those that its requirements and its plan look at, in the order of the facts', () => {
    expect(factsAsked(nhh)).toEqual(['studyLevel', 'ects', 'doubleDegree', 'nominated', 'languageLevel']);
  });

  test('the day of submission is never asked for, though rules look at it', () => {
    expect([...valuesAsked(nhh)]).toContain('facts.submittedOn');
    expect(factsAsked(nhh)).not.toContain('submittedOn');
  });

  test('a text that names a fact asks for nothing', () => {
    expect(factsAsked([{ sentence: { en: 'you have {facts.bipEcts}' }, note: 'value: facts.bipEcts' }])).toEqual([]);
  });
});

const workshop = { value: 'facts.eventType', is: 'workshop' } as const;
const language: Condition = { value: 'facts.languageOfCountry', is: true };
const residence: Condition = { value: 'facts.residenceCountry', isNot: { value: 'host.country' } };

describe('wherever a condition stands', () => {
  test.each<[string, object, readonly string[]]>([
    ['the test of a requirement', { test: workshop }, ['eventType']],
    ['its condition', { when: workshop, test: language }, ['eventType', 'languageOfCountry']],
    [
      'what a fact is compared with',
      { test: { value: 'host.country', isNot: { value: 'facts.residenceCountry' } } },
      ['residenceCountry'],
    ],
    [
      'inside all and any',
      { test: { all: [workshop, { any: [language, residence] }] } },
      ['eventType', 'residenceCountry', 'languageOfCountry'],
    ],
    [
      'a table that nobody has thought of yet',
      { ranking: { deeper: [{ by: { value: 'facts.ects', atLeast: 1 } }] } },
      ['ects'],
    ],
    ['a fact that need only be given', { when: { value: 'facts.doubleDegree', given: true } }, ['doubleDegree']],
  ])('%s', (_where, rule, facts) => {
    expect(factsAsked([rule])).toEqual(facts);
  });
});

describe('with some answers known, what no rule comes to any more is not asked for', () => {
  const rules = [{ when: { value: 'facts.eventType', is: 'language-course' }, test: language }];
  test.each<[string, readonly object[], Readonly<Record<string, string | boolean>>, readonly string[]]>([
    [
      'a rule that concerns the stay',
      rules,
      { 'facts.eventType': 'language-course' },
      ['eventType', 'languageOfCountry'],
    ],
    ['a rule that does not', rules, { 'facts.eventType': 'job-shadowing' }, ['eventType']],
    [
      'behind what has decided “all”',
      [{ test: { all: [workshop, language] } }],
      { 'facts.eventType': 'seminar' },
      ['eventType'],
    ],
    [
      'behind what has decided “any”',
      [{ test: { any: [workshop, language] } }],
      { 'facts.eventType': 'workshop' },
      ['eventType'],
    ],
    [
      'behind what has not',
      [{ test: { any: [workshop, language] } }],
      { 'facts.eventType': 'seminar' },
      ['eventType', 'languageOfCountry'],
    ],
    [
      'by another value of the stay',
      [{ when: { value: 'host.country', in: ['GB'] }, test: workshop }],
      { 'host.country': 'FR' },
      [],
    ],
    [
      'an answer that may still come',
      [{ when: { all: [{ value: 'facts.doubleDegree', given: true }, workshop] } }],
      {},
      ['doubleDegree', 'eventType'],
    ],
    [
      'hours by the week, before the dates are known',
      [{ when: { value: 'facts.teachingHours', atLeastPerWeek: 8 }, test: language }],
      { 'facts.teachingHours': 4 as never },
      ['teachingHours', 'languageOfCountry'],
    ],
  ])('%s', (_what, some, answers, facts) => {
    expect(factsAsked(some, given(answers))).toEqual(facts);
  });

  test('nor behind a part that comes later, when it has decided', () => {
    expect(factsAsked([{ test: { any: [workshop, language] } }], given({ 'facts.languageOfCountry': true }))).toEqual([
      'languageOfCountry',
    ]);
  });

  test('nor for a rule about something that the rulebook does not have', () => {
    const absent = ['agreement.languageLevel'];
    const rule = { when: { value: 'agreement.languageLevel', given: true }, test: language };
    expect([factsAsked([rule]), factsAsked([rule], { absent })]).toEqual([['languageOfCountry'], []]);
    const either = { when: { any: [workshop, { value: 'agreement.languageLevel', given: false }] }, test: language };
    expect(factsAsked([either], { absent })).toEqual(['languageOfCountry']);
  });

  test('a master student of NHH is not asked for ECTS', () => {
    expect(factsAsked(nhh, given({ 'facts.studyLevel': 'master' }))).not.toContain('ects');
    expect(factsAsked(nhh, given({ 'facts.studyLevel': 'bachelor' }))).toContain('ects');
  });

  test('answers never add a question', () => {
    const all = factsAsked(nhh);
    for (const name of factNames)
      expect(all).toEqual(expect.arrayContaining([...factsAsked(nhh, given({ [`facts.${name}`]: true }))]));
  });
});
