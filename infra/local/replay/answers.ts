import type { FactName } from '../../../shared/grant/facts.ts';
import type { ActivityType } from '../../../shared/grant/types.ts';
import type { Institution } from '../../../shared/rulebook/types.ts';
import type { Page } from './browser.ts';

/** The day of submission is nobody's answer. */
type Question = Exclude<FactName, 'submittedOn'>;

/**
 * What somebody answers whom nothing keeps from the grant, whichever questions the institution asks. Every fact has an
 * answer, so that a new institution needs none of its own.
 */
export function goodAnswers({ country }: Institution, activity: ActivityType): Readonly<Record<Question, string>> {
  return {
    studyLevel: activity === 'HE-SMD' ? 'phd' : 'master',
    ects: '180',
    degreeSeeking: 'yes',
    doubleDegree: 'no',
    nominated: 'yes',
    approvedInDegree: 'yes',
    agreementWithHost: 'yes',
    hostHasCharter: 'yes',
    hostIsHigherEducation: 'yes',
    languageLevel: 'C1',
    previousFundedDays: '0',
    eventType: activity === 'HE-STA' ? 'teaching' : 'job-shadowing',
    academicDays: '5',
    teachingHours: '80',
    residenceCountry: country,
    employedByInstitution: 'yes',
    otherEuFunding: 'no',
    headOfSectionCleared: 'yes',
    facultyApproved: 'yes',
    bipEcts: '5',
    noticeDays: '60',
    hostsVisited: '1',
    languageOfCountry: 'yes',
    learnerStatus: 'apprentice',
    placementInEnterprise: 'yes',
  };
}

/** Whom somebody names to be asked for consent, and which unit of a list. */
export function approversOf({ approvals }: Institution, activity: ActivityType): Readonly<Record<string, string>> {
  const fields = (approvals?.[activity] ?? []).map(({ role, who, domains: [domain = ''] }) =>
    who.by === 'contacts'
      ? { [`approver-${role}-unit`]: who.units[0]?.unit ?? '' }
      : { [`approver-${role}-name`]: 'Siri Leder', [`approver-${role}-email`]: `siri.leder@${domain}` },
  );
  return Object.assign({}, ...fields);
}

/** Those of the answers that the page has a question for. */
export function answersOn(page: Page, answers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const asked = new Set(page.fields());
  return Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name)));
}
