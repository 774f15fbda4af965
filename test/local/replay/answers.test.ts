import { describe, expect, test } from 'vitest';
import { answersOn, approversOf, goodAnswers } from '../../../infra/local/replay/answers.ts';
import { Browser, Page } from '../../../infra/local/replay/browser.ts';
import { addDays } from '../../../shared/calendar/dates.ts';
import { instantOf } from '../../../shared/calendar/zones.ts';
import { factNames } from '../../../shared/grant/facts.ts';
import type { ActivityType } from '../../../shared/grant/types.ts';
import { loadRulebook, rulebookSource } from '../../../shared/rulebook/loader.ts';
import type { Institution } from '../../../shared/rulebook/types.ts';
import { filledIn, Site } from '../../pages/site.ts';
import { rulebookWithHavnes } from '../../rulebook/with-havnes.ts';

/** The rulebook that ships and one institution more; whoever adds one need not come here. */
const folder = rulebookWithHavnes();
const rulebook = loadRulebook(folder);
const forms = rulebook
  .institutions()
  .flatMap((institution) => institution.activities.map((activity) => [institution.id, activity, institution] as const));

/** A host that the institution has an agreement with where it keeps a register; in the programme in any case. */
function hostOf(institution: Institution, activity: ActivityType) {
  const register = rulebookSource(folder).file(institution.id)?.agreements ?? [];
  const found = register.find(({ activities, to }) => activities.includes(activity) && to === undefined);
  return { country: found?.country ?? 'SE', code: found?.host ?? 'S  LUND01' };
}

/** The last window's first weeks, for as long as the activity allows but at most four months. */
function stayOf(institution: Institution, activity: ActivityType, country: string) {
  const window = institution.windows.at(-1);
  const start = addDays(window?.startsFrom ?? '2026-01-01', 20);
  const call = institution.calls
    .map((project) => project.call)
    .sort()
    .findLast((year) => year <= start.slice(0, 4));
  const { limits } = rulebook.terms({
    institution: institution.id,
    call: call ?? '',
    activity,
    hostCountry: country,
    on: start,
  });
  const days = Math.min(limits.maximumDays, Math.max(limits.minimumDays + 3, 119));
  const applied = instantOf(window?.opens ?? addDays(start, -90), '10:00', institution.timeZone);
  return { start, end: addDays(start, days - 1), applied };
}

/** Where the institution pays by vouchers, the unit that bears the cost. */
function unitOf({ bank }: Institution) {
  return bank.format === 'voucher-csv'
    ? { account: '', unit: 'Department of Examples', costCentre: bank.voucher.costCentre.example }
    : {};
}

describe('the answers of a replay open a case at every institution that takes applications, for every activity', () => {
  test.each(forms)('%s, %s', async (id, activity, institution) => {
    const { country, code } = hostOf(institution, activity);
    const { applied, ...dates } = stayOf(institution, activity, country);
    const site = new Site(folder);
    site.world.now = applied;
    const path = `/apply/${id}/one-page?activity=${activity}`;
    const form = await site.get(path);
    const page = new Page(new Browser('http://localhost'), new URL(`http://localhost${path}`), 200, form.body);
    const answers = answersOn(page, goodAnswers(institution, activity));
    const { studyLevel: _level, ects: _ects, nominated: _nominated, languageLevel: _language, ...own } = filledIn;
    const sent = await site.post(`/apply/${id}`, {
      ...own,
      ...answers,
      ...unitOf(institution),
      ...approversOf(institution, activity),
      ...dates,
      activity,
      country,
      code,
      city: 'Lund',
    });
    expect(sent.text).toContain('Look at your mail');
  });

  test('only what the page asks is answered', async () => {
    const site = new Site(folder);
    const form = await site.get('/apply/nhh/one-page');
    const page = new Page(new Browser('http://localhost'), new URL('http://localhost/apply/nhh'), 200, form.body);
    const nhh = rulebook.institution('nhh');
    if (nhh === undefined) throw new Error('The rulebook has no NHH.');
    const answers = Object.keys(answersOn(page, goodAnswers(nhh, 'HE-SMS')));
    expect(answers).toEqual(['studyLevel', 'ects', 'doubleDegree', 'nominated', 'languageLevel', 'previousFundedDays']);
    expect(Object.keys(goodAnswers(nhh, 'HE-SMS'))).toEqual(factNames.filter((name) => name !== 'submittedOn'));
  });
});
