import { obligationsOf } from '../grant/obligations.ts';
import { inLanguage } from '../language/text.ts';
import { firstInstalment } from '../mobility/balance.ts';
import { agreedStay } from '../mobility/decide/settlement.ts';
import {
  type DocumentBlock,
  type DocumentContent,
  type FactRow,
  facts,
  type ListItem,
  present,
  type Section,
  text,
} from './content.ts';
import { accountOf, agreementOf, frame, instalmentTable, rateSentence, stayRows, workingTable } from './parts.ts';
import { type DocumentView, participantName } from './view.ts';
import { agreedAssessment } from './workings.ts';

/**
 * The whole grant agreement: parties, stay, amount line by line, instalments, account, rate, conditions, signatures. The
 * page on which it is signed prints these words too (functions/pages/deeds/sign.ts): what is signed is what is kept.
 */
export function agreementContent(view: DocumentView): DocumentContent {
  const { mobility, institution, words, say } = view;
  const { agreement: w, labels } = words;
  const agreement = agreementOf(view);
  const assessment = agreedAssessment(view, agreement.assessment);
  const { institution: officer, participant: signed } = agreement.signatures;
  const { days } = assessment;
  return {
    ...frame(view, 'agreement', `${w.title} ${agreement.number}`, signed ? w.leadSigned : w.leadOpen),
    sections: [
      {
        heading: w.parties,
        blocks: [
          facts(
            [labels.institution, `${institution.name}, ${institution.city}`],
            [labels.participant, participantName(view)],
            [
              labels.project,
              institution.calls.find(({ call }) => call === mobility.stay.call)?.project ?? mobility.stay.call,
            ],
          ),
        ],
      },
      { heading: w.stay, blocks: [facts(...stayRows(view), [labels.days, words.funded(days.funded, days.months)])] },
      {
        heading: w.amount,
        blocks: [workingTable(view, words.howWorkedOut, assessment), text(w.rulesOf(say.date(mobility.appliedAt)))],
      },
      {
        heading: w.payment,
        blocks: [instalmentTable(view, assessment.instalments, agreement.exchange), facts(...paymentRows(view))],
      },
      { heading: w.conditions, blocks: [conditions(view)] },
      ...amendments(view),
      {
        heading: w.signatures,
        blocks: [
          facts(
            [w.signedFor, `${officer.by}, ${say.moment(officer.at)}`],
            [w.signedBy, signed ? `${participantName(view)}, ${w.withCode(say.moment(signed.at))}` : w.notYet],
          ),
        ],
      },
    ],
  };
}

/** What was changed since the signatures, and by whom; the sections above are as amended. */
function amendments(view: DocumentView): readonly Section[] {
  const { words, say } = view;
  const { amendments: all = [] } = agreementOf(view);
  const { agreement: w } = words;
  if (all.length === 0) return [];
  const rows = all.map(({ askedAt, grantedAt, by, before, end, amount }): FactRow => {
    const dates = w.laterEnd(say.date(before.end), say.date(end));
    const money =
      amount.minor === before.amount.minor ? w.sameAmount : w.otherAmount(say.money(before.amount), say.money(amount));
    const signed = w.amendedBy(say.moment(askedAt), by, say.moment(grantedAt));
    return [say.date(grantedAt), `${dates} ${money} ${signed}`];
  });
  return [{ heading: w.amendments, blocks: [text(w.amendedAbove), facts(...rows)] }];
}

function paymentRows(view: DocumentView): readonly FactRow[] {
  const { mobility, institution, words } = view;
  const { agreement: w, labels } = words;
  const { prefinancingDays, balanceDays } = institution.procedure;
  const rate = rateSentence(view, agreementOf(view).exchange);
  return present<FactRow>(
    [labels.account, accountOf(view, mobility.participant.account)],
    rate !== undefined && [labels.rate, `${rate} ${words.rateStays}`],
    // Where all is paid after the stay there is no part before it.
    firstInstalment(mobility) !== undefined && [w.firstPart, w.firstPartWithin(prefinancingDays)],
    [w.theRest, w.theRestWithin(balanceDays)],
  );
}

function conditions(view: DocumentView): DocumentBlock {
  const { mobility, institution, words, language } = view;
  const { agreement: w } = words;
  const { settlement, limits } = mobility.terms;
  const { toleranceDays, extraDays, belowMinimum, belowMinimumSource } = settlement;
  const shorter = toleranceDays === 0 ? w.shorter : w.shorterBy(toleranceDays);
  const longer = extraDays === 'paid' ? w.longerPaid : w.longerUnpaid;
  const duties = obligationsOf(institution.obligations, mobility.terms, agreedStay(mobility));
  const items: ListItem[] = [
    { text: w.calculatedAnew },
    { text: `${shorter} ${longer}` },
    {
      text: belowMinimum === 'nothing' ? w.belowNothing(limits.minimumDays) : w.belowCounted(limits.minimumDays),
      source: belowMinimumSource,
    },
    { text: w.illness },
    { text: w.repayment(institution.procedure.repayment.dueDays) },
    { text: w.duties, items: duties.map(({ label, source }) => ({ text: inLanguage(label, language), source })) },
  ];
  return { kind: 'list', items };
}
