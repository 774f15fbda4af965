import { describe, expect, it } from 'vitest';
import { approvals } from '../../shared/rulebook/approvals.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';

const rulebook = loadRulebook();

const stepsOf = (institution: string, activity: 'HE-STT' | 'HE-BIP' | 'HE-SMS' | 'HE-STA') =>
  rulebook.institution(institution)?.approvals?.[activity] ?? [];

describe('who has to agree before the office decides', () => {
  it('at OsloMet the head of section, whom the applicant names', () => {
    expect(stepsOf('oslomet', 'HE-STT')).toMatchObject([
      {
        role: 'head-of-section',
        who: { by: 'applicant' },
        answers: 'headOfSectionCleared',
        escalate: { to: 'office' },
      },
    ]);
  });

  it('at NMBU the faculty, for blended intensive programmes only', () => {
    const [step, ...others] = stepsOf('nmbu', 'HE-BIP');
    expect([step?.role, step?.answers, others]).toEqual(['faculty', 'facultyApproved', []]);
    expect(step?.who.by === 'contacts' && step.who.units.map(({ unit }) => unit)).toContain('realtek');
    expect(stepsOf('nmbu', 'HE-SMS')).toEqual([]);
  });

  it.each(['nhh', 'utwente'])('at %s nobody: the office decides alone', (id) => {
    const { activities = [] } = rulebook.institution(id) ?? {};
    expect(activities.flatMap((activity) => rulebook.institution(id)?.approvals?.[activity] ?? [])).toEqual([]);
  });

  it('is called something in every language, and says where it stands', () => {
    for (const step of [...stepsOf('oslomet', 'HE-STT'), ...stepsOf('nmbu', 'HE-BIP')]) {
      expect(Object.keys(step.label).sort()).toEqual(['en', 'nb', 'nl', 'nn']);
      expect([step.source, step.assumed]).toEqual([expect.stringMatching(/OsloMet staff training|NMBU Erasmus/), true]);
    }
  });
});

describe('a file is refused', () => {
  const step = {
    role: 'faculty',
    label: { en: 'faculty' },
    who: {
      by: 'contacts',
      units: [{ unit: 'a', name: { en: 'A' }, contact: { name: 'Ann', email: 'ann@uni.example' } }],
    },
    domains: ['uni.example'],
    remindEveryDays: 4,
    escalate: { afterDays: 10, to: 'office' },
    source: 'A document',
  };
  const unit = step.who.units[0];
  const outside = { name: 'Bo', email: 'bo@elsewhere.example' };

  const faults = (given: unknown): string =>
    approvals
      .safeParse(given)
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join('\n') ?? '';

  it('only where something is wrong', () => {
    expect(faults([step])).toBe('');
  });

  it.each<[string, unknown, string]>([
    [
      'a contact elsewhere',
      { ...step, who: { ...step.who, units: [{ ...unit, contact: outside }] } },
      'in one of the domains',
    ],
    [
      'a deputy elsewhere',
      { ...step, who: { ...step.who, units: [{ ...unit, deputy: outside }] } },
      'in one of the domains',
    ],
    ['a unit twice', { ...step, who: { ...step.who, units: [unit, unit] } }, 'two units have the same code'],
    ['no domain', { ...step, domains: [] }, 'domains'],
    ['an address for a domain', { ...step, domains: ['ann@uni.example'] }, 'write a mail domain'],
    ['an answer that is a number', { ...step, answers: 'ects' }, 'a question of yes or no'],
    ['an answer to no question', { ...step, answers: 'allIsWell' }, 'answers'],
    ['no source', { ...step, source: undefined }, 'source'],
    ['somebody else to turn to', { ...step, escalate: { afterDays: 10, to: 'rector' } }, 'escalate.to'],
  ])('with %s', (_what, wrong, sentence) => {
    expect(faults([wrong])).toContain(sentence);
  });

  it('with two approvals of one role', () => {
    expect(faults([step, step])).toContain('two approvals have the same role');
  });
});
