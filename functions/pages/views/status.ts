import { receivedOn, restOf } from '../../../shared/claims/amounts.ts';
import { nextPart } from '../../../shared/claims/instalments.ts';
import { demandInWords } from '../../../shared/claims/words.ts';
import { agreedAssessment, finalSettlement } from '../../../shared/documents/workings.ts';
import { glued } from '../../../shared/mail/format.ts';
import { awarded, kept, openPayment, paid, repaid } from '../../../shared/mobility/balance.ts';
import { claimOpen } from '../../../shared/mobility/decide/repayment.ts';
import { paidToUnit } from '../../../shared/mobility/decide/reversal.ts';
import { convert } from '../../../shared/money/exchange.ts';
import type { Money } from '../../../shared/money/money.ts';
import { subtract } from '../../../shared/money/money.ts';
import { formatAccount, profileAccount } from '../../../shared/payments/accounts.ts';
import type { Visit } from '../context.ts';
import { fullName, hostPlace } from '../deeds/deed.ts';
import { journey } from '../journey.ts';
import { waitingFor } from '../waiting.ts';
import { claimTable } from './claim.ts';
import { type Html, html, raw } from './layout.ts';
import { accountShown, factList, instalmentTable, rateSentence, stateTag, workingTable, workingText } from './money.ts';
import { pathList } from './path.ts';

/** The parts of “where is my money”, from the most asked to the least. */

export function headline(visit: Visit): Html {
  const { mobility, institution, now, say } = visit;
  const { waiting: w } = visit.words;
  const waiting = waitingFor(visit, mobility, institution, now);
  const until = waiting.by === undefined ? '' : html` <span class="number">${w.by(say.date(waiting.by))}</span>`;
  switch (waiting.on) {
    case 'you':
      return html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">${w.yourTurn}</h2><p>${w.please(waiting.what)}${until}</p></div>`;
    case 'nobody':
      return html`<div class="ds-alert" data-color="success"><h2 class="ds-heading" data-size="xs">${w.nobody}</h2><p>${capital(waiting.what)}.</p></div>`;
    case 'time':
      return html`<div class="ds-alert" data-color="success"><h2 class="ds-heading" data-size="xs">${w.nothingNow}</h2><p>${w.next(waiting.what)}${waiting.by === undefined ? '' : ` (${say.date(waiting.by)})`}.</p></div>`;
    default:
      return html`<div class="ds-alert" data-color="info"><h2 class="ds-heading" data-size="xs">${w.waitingFor(waiting.on)}</h2><p>${capital(waiting.on)} ${waiting.what}.${until}</p></div>`;
  }
}

/** The three figures everybody looks for. */
export function figures({ mobility, institution, say, words }: Visit): Html {
  const { figures: w } = words.status;
  const grant = mobility.settlement?.entitlement ?? mobility.agreement?.amount ?? mobility.assessment.total;
  const label = mobility.settlement
    ? mobility.state === 'stay-ended'
      ? w.untilAnew
      : w.final
    : mobility.agreement
      ? w.agreed
      : w.estimated;
  const exchange =
    mobility.agreement?.exchange ?? institution.calls.find((call) => call.call === mobility.stay.call)?.exchange;
  const local = (money: Money) =>
    exchange === undefined || exchange.currency === money.currency
      ? ''
      : say.money(convert(money, exchange.rate, exchange.currency));
  const figure = (title: string, money: Money, exact?: string) =>
    html`<div><dt>${title}</dt><dd><p class="big">${say.money(money)}</p><span class="quiet number">${exact ?? local(money)}</span></dd></div>`;
  const { claim } = mobility;
  const unit = paidToUnit(mobility);
  const back = unit ? w.toTakeBack : w.toPayBack;
  const left = subtract(awarded(mobility), kept(mobility));
  const onItsWay = openPayment(mobility);
  const cameBack = repaid(mobility);
  return html`<dl class="figures">${figure(label, grant)}${figure(unit ? w.paidToUnit : w.paidToYou, paid(mobility))}${
    cameBack.minor > 0
      ? figure(
          unit ? w.takenBack : w.paidBack,
          cameBack,
          mobility.earlierClaims ? undefined : claim && say.money(receivedOn(claim)),
        )
      : raw('')
  }${
    claim && claim.state !== 'settled'
      ? figure(back, restOf(claim), say.money(claimOpen(claim)))
      : left.minor > 0
        ? figure(onItsWay ? w.partlyOnItsWay : w.toCome, left)
        : left.minor < 0
          ? figure(back, { ...left, minor: -left.minor })
          : raw('')
  }</dl>`;
}

export function pathCard(visit: Visit): Html {
  const { mobility, institution, now, words } = visit;
  return html`<section class="ds-card" aria-labelledby="path"><h2 class="ds-heading" data-size="xs" id="path">${words.path.title}</h2>${pathList(visit, journey(visit, mobility, institution, now))}</section>`;
}

export function claimCard(visit: Visit): Html {
  const { mobility, institution, say, language } = visit;
  const { claim: w } = visit.words.status;
  const { claim } = mobility;
  if (!claim || claim.state === 'awaiting-approval') return raw('');
  const open = claim.state !== 'settled';
  if (paidToUnit(mobility)) {
    return html`<section class="ds-card" aria-labelledby="claim"><h2 class="ds-heading" data-size="xs" id="claim">${open ? w.unitOpen : w.unitDone}</h2><p>${
      open ? w.unitOpenText : w.unitDoneText
    }</p>${claimTable(visit)}</section>`;
  }
  return html`<section class="ds-card" aria-labelledby="claim"><h2 class="ds-heading" data-size="xs" id="claim">${open ? w.open : w.done}</h2>${
    open
      ? factList([
          [w.amount, html`<strong class="number">${say.money(nextPart(claim)?.open ?? claimOpen(claim))}</strong>`],
          [
            w.account,
            html`<span class="number">${formatAccount(profileAccount(institution.bank.account))}</span>, ${institution.bank.debtorName}`,
          ],
          [w.kid, html`<strong class="number">${claim.kid}</strong>`],
          claim.due === undefined
            ? undefined
            : [w.due, `${say.date(claim.due)}${claim.state === 'overdue' ? ` – ${w.overdue}` : ''}`],
        ])
      : raw('')
  }${claimTable(visit)}<p class="quiet">${glued(demandInWords(claim, language))}</p></section>`;
}

export function amountCard(visit: Visit): Html {
  const { mobility, institution, say, words } = visit;
  const { amount: w } = words.status;
  const { agreement, assessment, confirmed, stay } = mobility;
  const settlement = mobility.settlement && finalSettlement(visit, mobility.settlement);
  const current = settlement?.assessment ?? agreedAssessment(visit, agreement?.assessment ?? assessment);
  const exchange = agreement?.exchange ?? institution.calls.find((call) => call.call === stay.call)?.exchange;
  const rate = rateSentence(visit, exchange);
  const title = settlement ? w.final : agreement ? w.agreed : w.estimated;
  return html`<section class="ds-card" aria-labelledby="amount"><h2 class="ds-heading" data-size="xs" id="amount">${title}</h2>${workingTable(visit, words.money.howWorkedOut, current)}${
    settlement ? workingText(settlement.working) : instalmentTable(visit, current.instalments, exchange)
  }${
    confirmed?.period
      ? html`<p class="quiet">${w.confirmed(say.period(confirmed.period), say.period(stay.planned))}</p>`
      : settlement
        ? raw('')
        : html`<p class="quiet">${w.finalFollows}</p>`
  }${rate === undefined ? raw('') : html`<p class="quiet">${rate}${agreement ? ` ${words.money.rateStays}` : ''}</p>`}</section>`;
}

export function paymentsCard(visit: Visit): Html {
  const { mobility, say } = visit;
  const { payments: w } = visit.words.status;
  if (mobility.payments.length === 0) return raw('');
  const returns = (mobility.returns ?? []).filter(({ state }) => state !== 'cancelled');
  return html`<section class="ds-card" aria-labelledby="payments"><h2 class="ds-heading" data-size="xs" id="payments">${w.title}</h2><table class="ds-table stack"><caption class="ds-sr-only">${w.title}</caption><thead><tr><th scope="col">${w.payment}</th><th scope="col">${w.account}</th><th scope="col">${w.where}</th><th scope="col" class="money">${w.amount}</th></tr></thead><tbody>${mobility.payments.map(
    (payment) => {
      const on = payment.bookedOn ?? payment.instructedAt;
      return html`<tr><td data-label="${w.payment}"><span>${payment.purpose === 'balance' ? w.rest : w.first}<span class="working">${payment.id}</span></span></td><td data-label="${w.account}">${accountShown(visit, payment.account)}</td><td data-label="${w.where}"><span>${stateTag(visit, payment)}${
        on === undefined ? '' : html`<span class="working">${say.date(on)}</span>`
      }</span></td><td data-label="${w.amount}" class="money"><span>${say.money(payment.local)}<span class="working">${say.money(payment.amount)}</span></span></td></tr>`;
    },
  )}${returns.map((back) => {
    const on = back.bookedOn ?? back.instructedAt;
    return html`<tr><td data-label="${w.payment}"><span>${w.returned}<span class="working">${back.id}</span></span></td><td data-label="${w.account}">${accountShown(visit, back.account)}</td><td data-label="${w.where}"><span>${stateTag(visit, back)}${
      on === undefined ? '' : html`<span class="working">${say.date(on)}</span>`
    }</span></td><td data-label="${w.amount}" class="money">${say.money(back.local)}</td></tr>`;
  })}</tbody></table></section>`;
}

export function stayCard(visit: Visit): Html {
  const { mobility, say } = visit;
  const { stay: w } = visit.words.status;
  const unit = paidToUnit(mobility);
  return html`<section class="ds-card" aria-labelledby="stay"><h2 class="ds-heading" data-size="xs" id="stay">${w.title}</h2>${factList(
    [
      [w.participant, fullName(visit)],
      [w.host, hostPlace(visit)],
      [w.planned, say.period(mobility.stay.planned)],
      mobility.confirmed?.period ? [w.confirmed, say.period(mobility.confirmed.period)] : undefined,
      [w.coordinator, `${mobility.stay.host.contact.name}, ${mobility.stay.host.contact.email}`],
      [
        unit ? w.costCentre : w.account,
        html`<span class="number">${accountShown(visit, mobility.participant.account)}</span>${mobility.proposedAccount ? ` – ${w.newOne}` : ''}`,
      ],
      mobility.agreement ? [w.agreement, mobility.agreement.number] : undefined,
      [w.reference, mobility.id],
    ],
  )}</section>`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
