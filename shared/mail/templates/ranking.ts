import type { Mobility } from '../../mobility/case.ts';
import { roundOf } from '../../mobility/ranking.ts';
import { pointsOf } from '../../rulebook/award.ts';
import type { Institution } from '../../rulebook/types.ts';
import { type Block, facts, type MailContent, text } from '../content.ts';
import type { MailView, MailWords } from '../language.ts';
import { agreed, dueDate, firstName, present, stayFacts, workingOf } from './parts.ts';

/** Applications that are ranked at a deadline. */
export const ranking = {
  'to-be-ranked': (view: MailView): MailContent => {
    const { ranking: w, common } = view.words;
    const on = dueDate(view, 'due', 'ranking') ?? '';
    const items = criteria(view);
    const points = pointsText(view.mobility, view.institution, w);
    return {
      subject: w.subject(on),
      heading: w.heading,
      greet: firstName(view),
      blocks: present(
        text(w.how(on)),
        items.length > 0 && { kind: 'list', title: w.rankedBy, items },
        points !== undefined && facts([w.yourPoints, points]),
        stayFacts(view),
        workingOf(view, view.words.application.wouldGet, agreed(view)),
      ),
      todo: w.todo,
      action: common.seeMoney,
    };
  },
} as const;

/** The place in the ranking and what it was ranked by, for a mail that says what came of it; undefined where none ranked it. */
export function rankingFacts(view: MailView): Block | undefined {
  const { ranking: w } = view.words;
  const place = placeText(view.mobility, view.institution, w);
  return place === undefined ? undefined : facts([w.ranking, place], [w.rankedBy, criteria(view).join('; ')]);
}

/** `Place 3 of 17, with 14 of 20 points`; undefined where no round ranks the case, or has not yet. */
export function placeText(mobility: Mobility, institution: Institution, w: MailWords['ranking']): string | undefined {
  const { rankedAt, place, of } = mobility.ranking ?? {};
  if (rankedAt === undefined) return undefined;
  if (place === undefined || of === undefined) return w.behind;
  const points = pointsText(mobility, institution, w);
  return [w.place(w.of(place, of)), ...(points === undefined ? [] : [w.withPoints(points)])].join(', ');
}

/** `14 of 20`; undefined where nobody gave points. */
function pointsText(mobility: Mobility, institution: Institution, w: MailWords['ranking']): string | undefined {
  const points = mobility.approval?.points;
  if (points === undefined) return undefined;
  const round = roundOf(institution, mobility);
  const most = round && pointsOf(round)?.most;
  return most === undefined ? String(points) : w.of(points, most);
}

/** What an application is ranked by, one after the other. */
function criteria({ mobility, institution, words, say, language }: MailView): string[] {
  const round = roundOf(institution, mobility);
  const { ranking: w } = words;
  if (!round) return [];
  return [
    ...round.criteria.map((criterion) =>
      criterion.by === 'points'
        ? w.byPoints(criterion.most, criterion.about[language] ?? criterion.about.en)
        : w.byEarlierDays,
    ),
    w.byTime,
    ...(round.late === 'behind' ? [w.lateBehind(say.date(round.applyBy))] : []),
  ];
}
