import { dateAt } from '../calendar/zones.ts';
import { assess } from '../grant/assess.ts';
import { settle } from '../grant/settle.ts';
import type { Assessment, Settlement } from '../grant/types.ts';
import { paid } from '../mobility/balance.ts';
import type { Mobility } from '../mobility/case.ts';
import { agreedStay, foundAtTheEnd } from '../mobility/decide/settlement.ts';
import type { DocumentView } from './view.ts';

/** Of a view of a document or of a mail. */
type View = Pick<DocumentView, 'mobility' | 'institution' | 'language'>;

/**
 * The workings that the case recorded, in the language of the document. The case records them in English; here the same
 * is worked out anew by the pinned rules in the other language, and stands only where every amount is the recorded one.
 * What cannot be had in the other language so stays in the language in which it was recorded.
 */

/** The assessment of the agreement. */
export function agreedAssessment(view: View, recorded: Assessment): Assessment {
  if (view.language === 'en') return recorded;
  const { mobility, institution, language } = view;
  const submittedOn = dateAt(mobility.appliedAt, institution.timeZone);
  const stay = agreedStay(mobility);
  // An amendment is worked out on its dates, also where the first plan was a flat one.
  const plan = mobility.agreement?.amendments === undefined;
  const asPlanned = { ...stay, plan, facts: { ...stay.facts, submittedOn } };
  return translated(
    recorded,
    attempt(() => assess(mobility.terms, asPlanned, { language })),
  );
}

/** The final calculation, with its sentence. */
export function finalSettlement(view: View, recorded: NonNullable<Mobility['settlement']>): Settlement {
  if (view.language === 'en') return recorded;
  const { mobility, language } = view;
  const again = attempt(() =>
    settle(mobility.terms, agreedStay(mobility), mobility.confirmed?.period, recorded.paid, {
      language,
      ...foundAtTheEnd(mobility, mobility.confirmed?.period),
      ...(recorded.paid.minor !== paid(mobility).minor ? { net: true } : {}),
    }),
  );
  const assessment = translated(recorded.assessment, again?.assessment);
  const same =
    again?.outcome === recorded.outcome &&
    again.amount.minor === recorded.amount.minor &&
    again.entitlement.minor === recorded.entitlement.minor;
  return { ...recorded, assessment, working: same ? again.working : recorded.working };
}

/** The recorded amounts with the words of the other one, line by line where the amounts agree. */
function translated(recorded: Assessment, again: Assessment | undefined): Assessment {
  if (again === undefined) return recorded;
  const lines = recorded.lines.map((line, at) => {
    const other = again.lines[at];
    const same = other?.code === line.code && other.amount.minor === line.amount.minor;
    return same ? { ...line, working: other.working } : line;
  });
  const instalments = recorded.instalments.map((instalment, at) => {
    const other = again.instalments[at];
    const same = other?.share === instalment.share && other.amount.minor === instalment.amount.minor;
    // Of an amended agreement the shares are those of the first one, with what came on top.
    const onTop =
      other !== undefined && instalment.share.startsWith(other.share) && again.total.minor === recorded.total.minor;
    return same || onTop ? { ...instalment, when: other.when } : instalment;
  });
  const days = again.days.funded === recorded.days.funded ? again.days : recorded.days;
  return { ...recorded, days, lines, instalments };
}

/** Rules that cannot work it out anew are no reason to give no document. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
