import { createHash } from 'node:crypto';
import type { IsoDate } from '../calendar/clock.ts';
import { assess } from '../grant/assess.ts';
import type { Assessment, Refusal } from '../grant/types.ts';
import { admissionWords } from '../language/admission.ts';
import { sayIn } from '../language/say.ts';
import { semesterName } from '../language/semesters.ts';
import type { Language, Terms } from '../rulebook/types.ts';
import type { Application } from './commands.ts';
import { type Context, today } from './decide/context.ts';
import { erasmusCode } from './erasmus-code.ts';
import { stayInput, withEstimate } from './host.ts';
import type { Deps } from './perform.ts';
import { isLate, roundOf } from './ranking.ts';

type Admission =
  | {
      readonly ok: true;
      /** As it was decided on. */
      readonly application: Application;
      readonly terms: Terms;
      readonly assessment: Assessment;
      readonly fingerprint: string;
    }
  | {
      readonly ok: false;
      /** All of them as one, as a case that cannot be opened answers. */
      readonly refusal: Refusal;
      readonly refusals: readonly Refusal[];
    };

/**
 * What is checked before a case exists: the window of the semester, and the requirements. The applicant hears every
 * requirement that is not met at once. What needs a person's judgement is left to the approval.
 * @param language of the sentences, for whoever fills the application in; what is kept is in English
 */
export async function admit(
  deps: Deps,
  application: Application,
  context: Context,
  language: Language = 'en',
): Promise<Admission> {
  const { stay } = application;
  const outside = windowProblem(application, context, language) ?? lateForRound(application, context, language);
  if (outside) return { ok: false, refusal: outside, refusals: [outside] };
  const hostCode = erasmusCode(stay.host.code);
  const terms = deps.rules.terms({
    institution: application.institution,
    call: stay.call,
    activity: stay.activity,
    hostCountry: stay.host.country,
    ...(hostCode === undefined ? {} : { hostCode }),
    on: stay.planned.start,
  });
  const complete = withEstimate(application, terms);
  const assessment = plannedAssessment(terms, complete, context, language);
  if (assessment.eligible === 'no') {
    const { refusals } = assessment;
    const code = refusals.map((refusal) => refusal.code).join(' ');
    const sentence = refusals.map((refusal) => refusal.sentence).join(' ');
    return { ok: false, refusal: { code, sentence }, refusals };
  }
  return { ok: true, application: complete, terms, assessment, fingerprint: fingerprintOf(application) };
}

/** The planned amount by the institution's planning rule (NHH: a flat four months). */
export function plannedAssessment(
  terms: Terms,
  application: Application,
  context: Context,
  language: Language = 'en',
): Assessment {
  const { stay } = application;
  const facts = { ...stay.facts, submittedOn: today(context) };
  return assess(terms, { ...stayInput(stay), plan: true, facts }, { language });
}

/**
 * NHH, "Grant Agreement": submissions for any other semester than the open one are refused, with a message. An institution
 * without windows takes applications at any time (Twente: first come, first served).
 */
function windowProblem(application: Application, context: Context, language: Language): Refusal | undefined {
  const { windows, shortName } = context.institution;
  if (windows.length === 0) return undefined;
  const w = admissionWords[language];
  const date = dateIn(language, context);
  const named = ({ semester }: { readonly semester: string }) => semesterName(semester, language);
  const { start } = application.stay.planned;
  const day = today(context);
  const own = windows.find((window) => window.startsFrom <= start && start <= window.startsTo);
  const open = windows.filter((window) => window.opens <= day && day <= window.closes);
  const which = open.length > 0 ? w.openNow(open.map(named).join(', ')) : w.noneOpen;
  if (!own) return { code: 'wrong-semester', sentence: `${w.wrongSemester(shortName, date(start))} ${which}` };
  if (day < own.opens) {
    return { code: 'not-open-yet', sentence: `${w.notOpenYet(named(own), date(own.opens))} ${which}` };
  }
  if (day > own.closes) {
    return { code: 'window-closed', sentence: `${w.closed(named(own), date(own.closes))} ${which}` };
  }
  return undefined;
}

/** An institution may take nothing more for a round once its last day has passed. */
function lateForRound({ stay }: Application, context: Context, language: Language): Refusal | undefined {
  const { institution, now } = context;
  const round = roundOf(institution, { stay });
  if (round?.late !== 'refused' || !isLate(round, now, institution.timeZone)) return undefined;
  const date = dateIn(language, context);
  return {
    code: 'round-closed',
    sentence: admissionWords[language].roundClosed(institution.shortName, date(round.applyBy), date(round.rankOn)),
  };
}

/** English sentences, which are kept, have dates as data. */
const dateIn =
  (language: Language, { institution }: Context) =>
  (day: IsoDate): string =>
    language === 'en' ? day : sayIn(language, institution.timeZone).date(day);

/** One person, one host, one first day: the same stay. A hash, so that the guard's key holds no personal data. */
function fingerprintOf({ institution, participant, stay }: Application): string {
  const parts = [
    institution,
    participant.email.trim().toLowerCase(),
    stay.host.code.replace(/\s+/g, ' '),
    stay.planned.start,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
