import { receivedOn, restOf } from '../../../shared/claims/amounts.ts';
import { nextPart } from '../../../shared/claims/instalments.ts';
import { demandInWords } from '../../../shared/claims/words.ts';
import { glued } from '../../../shared/mail/format.ts';
import { awarded, kept, openPayment, paid, repaid } from '../../../shared/mobility/balance.ts';
import { claimOpen } from '../../../shared/mobility/decide/repayment.ts';
import { paidToUnit } from '../../../shared/mobility/decide/reversal.ts';
import { convert } from '../../../shared/money/exchange.ts';
import type { Money } from '../../../shared/money/money.ts';
import { subtract } from '../../../shared/money/money.ts';
import { formatAccount, maskAccount, profileAccount } from '../../../shared/payments/accounts.ts';
import type { Visit } from '../context.ts';
import { fullName, hostPlace } from '../deeds/deed.ts';
import { journey } from '../journey.ts';
import { waitingFor } from '../waiting.ts';
import { claimTable } from './claim.ts';
import { type Html, html, raw, tag } from './layout.ts';
import { factList, instalmentTable, rateSentence, workingTable, workingText } from './money.ts';
import { pathList } from './path.ts';
import { paymentStateOf, paymentStates } from './words.ts';

/** The parts of “where is my money”, from the most asked to the least. */

export function headline(visit: Visit): Html {
  const { mobility, institution, now, say } = visit;
  const waiting = waitingFor(mobility, institution, now);
  const until = waiting.by === undefined ? '' : html` <span class="number">By ${say.date(waiting.by)}.</span>`;
  switch (waiting.on) {
    case 'you':
      return html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">It is your turn</h2><p>Please ${waiting.what}.${until}</p></div>`;
    case 'nobody':
      return html`<div class="ds-alert" data-color="success"><h2 class="ds-heading" data-size="xs">Nothing is waited for</h2><p>${capital(waiting.what)}.</p></div>`;
    case 'time':
      return html`<div class="ds-alert" data-color="success"><h2 class="ds-heading" data-size="xs">Nothing to do now</h2><p>Next: ${waiting.what}${waiting.by === undefined ? '' : ` (${say.date(waiting.by)})`}.</p></div>`;
    default:
      return html`<div class="ds-alert" data-color="info"><h2 class="ds-heading" data-size="xs">Waiting for ${waiting.on}</h2><p>${capital(waiting.on)} ${waiting.what}.${until}</p></div>`;
  }
}

/** The three figures everybody looks for. */
export function figures({ mobility, institution, say }: Visit): Html {
  const grant = mobility.settlement?.entitlement ?? mobility.agreement?.amount ?? mobility.assessment.total;
  const label = mobility.settlement
    ? mobility.state === 'stay-ended'
      ? 'Your grant until it is calculated anew'
      : 'Your grant, final'
    : mobility.agreement
      ? 'Your grant, agreed'
      : 'Your grant, estimated';
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
  const back = unit ? 'To be taken back from your unit' : 'To be paid back';
  const left = subtract(awarded(mobility), kept(mobility));
  const onItsWay = openPayment(mobility);
  const cameBack = repaid(mobility);
  return html`<dl class="figures">${figure(label, grant)}${figure(unit ? 'Paid to your unit' : 'Paid to you', paid(mobility))}${
    cameBack.minor > 0
      ? figure(
          unit ? 'Taken back' : 'Paid back',
          cameBack,
          mobility.earlierClaims ? undefined : claim && say.money(receivedOn(claim)),
        )
      : raw('')
  }${
    claim && claim.state !== 'settled'
      ? figure(back, restOf(claim), say.money(claimOpen(claim)))
      : left.minor > 0
        ? figure(onItsWay ? 'Still to come, partly on its way' : 'Still to come', left)
        : left.minor < 0
          ? figure(back, { ...left, minor: -left.minor })
          : raw('')
  }</dl>`;
}

export function pathCard({ mobility, institution, now, say }: Visit): Html {
  return html`<section class="ds-card" aria-labelledby="path"><h2 class="ds-heading" data-size="xs" id="path">The path of your grant</h2>${pathList(say, journey(mobility, institution, now))}</section>`;
}

export function claimCard(visit: Visit): Html {
  const { mobility, institution, say } = visit;
  const { claim } = mobility;
  if (!claim || claim.state === 'awaiting-approval') return raw('');
  const open = claim.state !== 'settled';
  if (paidToUnit(mobility)) {
    return html`<section class="ds-card" aria-labelledby="claim"><h2 class="ds-heading" data-size="xs" id="claim">${open ? 'What is taken back from your unit' : 'What was taken back from your unit'}</h2><p>${
      open
        ? 'Your unit was paid more than it is due. A voucher in the accounts takes it back; you owe nothing, and need do nothing.'
        : 'A voucher in the accounts took it back. You owe nothing.'
    }</p>${claimTable(visit)}</section>`;
  }
  return html`<section class="ds-card" aria-labelledby="claim"><h2 class="ds-heading" data-size="xs" id="claim">${open ? 'What you have to pay back' : 'What had to be paid back'}</h2>${
    open
      ? factList([
          ['Amount', html`<strong class="number">${say.money(nextPart(claim)?.open ?? claimOpen(claim))}</strong>`],
          [
            'To the account',
            html`<span class="number">${formatAccount(profileAccount(institution.bank.account))}</span>, ${institution.bank.debtorName}`,
          ],
          ['Reference number (KID)', html`<strong class="number">${claim.kid}</strong>`],
          claim.due === undefined
            ? undefined
            : ['Due', `${say.date(claim.due)}${claim.state === 'overdue' ? ' – overdue' : ''}`],
        ])
      : raw('')
  }${claimTable(visit)}<p class="quiet">${glued(demandInWords(claim, 'en'))}</p></section>`;
}

export function amountCard({ mobility, institution, say }: Visit): Html {
  const { settlement, agreement, assessment, confirmed, stay } = mobility;
  const current = settlement?.assessment ?? agreement?.assessment ?? assessment;
  const exchange = agreement?.exchange ?? institution.calls.find((call) => call.call === stay.call)?.exchange;
  const title = settlement ? 'Final calculation' : agreement ? 'The agreed amount' : 'The estimated amount';
  return html`<section class="ds-card" aria-labelledby="amount"><h2 class="ds-heading" data-size="xs" id="amount">${title}</h2>${workingTable(say, 'How it is worked out', current)}${
    settlement ? workingText(settlement.working) : instalmentTable(say, current.instalments, exchange)
  }${
    confirmed?.period
      ? html`<p class="quiet">Confirmed dates: ${say.period(confirmed.period)}. Planned: ${say.period(stay.planned)}.</p>`
      : settlement
        ? raw('')
        : html`<p class="quiet">The final amount follows from the first and last day that your host confirms.</p>`
  }${exchange === undefined || rateSentence(say, exchange) === '' ? raw('') : html`<p class="quiet">${rateSentence(say, exchange)}${agreement ? ' It stays the same for all your payments.' : ''}</p>`}</section>`;
}

export function paymentsCard({ mobility, say }: Visit): Html {
  if (mobility.payments.length === 0) return raw('');
  const returns = (mobility.returns ?? []).filter(({ state }) => state !== 'cancelled');
  return html`<section class="ds-card" aria-labelledby="payments"><h2 class="ds-heading" data-size="xs" id="payments">Payments</h2><table class="ds-table stack"><caption class="ds-sr-only">Payments</caption><thead><tr><th scope="col">Payment</th><th scope="col">Account</th><th scope="col">Where it is</th><th scope="col" class="money">Amount</th></tr></thead><tbody>${mobility.payments.map(
    (payment) => {
      const state = paymentStateOf(payment) ?? { word: payment.state, look: '' as const };
      const on = payment.bookedOn ?? payment.instructedAt;
      return html`<tr><td data-label="Payment"><span>${payment.purpose === 'balance' ? 'The rest' : 'First instalment'}<span class="working">${payment.id}</span></span></td><td data-label="Account">${maskAccount(payment.account)}</td><td data-label="Where it is"><span>${tag(state.word, state.look)}${
        on === undefined ? '' : html`<span class="working">${say.date(on)}</span>`
      }</span></td><td data-label="Amount" class="money"><span>${say.money(payment.local)}<span class="working">${say.money(payment.amount)}</span></span></td></tr>`;
    },
  )}${returns.map((back) => {
    const state = paymentStates[back.state] ?? { word: back.state, look: '' };
    const on = back.bookedOn ?? back.instructedAt;
    return html`<tr><td data-label="Payment"><span>Paid in too much, returned<span class="working">${back.id}</span></span></td><td data-label="Account">${maskAccount(back.account)}</td><td data-label="Where it is"><span>${tag(state.word, state.look)}${
      on === undefined ? '' : html`<span class="working">${say.date(on)}</span>`
    }</span></td><td data-label="Amount" class="money">${say.money(back.local)}</td></tr>`;
  })}</tbody></table></section>`;
}

export function stayCard(visit: Visit): Html {
  const { mobility, say } = visit;
  const unit = paidToUnit(mobility);
  return html`<section class="ds-card" aria-labelledby="stay"><h2 class="ds-heading" data-size="xs" id="stay">Your stay</h2>${factList(
    [
      ['Participant', fullName(visit)],
      ['Host', hostPlace(visit)],
      ['Planned', say.period(mobility.stay.planned)],
      mobility.confirmed?.period ? ['Confirmed', say.period(mobility.confirmed.period)] : undefined,
      ['Host coordinator', `${mobility.stay.host.contact.name}, ${mobility.stay.host.contact.email}`],
      [
        unit ? 'Cost centre' : 'Account',
        html`<span class="number">${maskAccount(mobility.participant.account)}</span>${mobility.proposedAccount ? ' – a new one waits for a second person' : ''}`,
      ],
      mobility.agreement ? ['Agreement', mobility.agreement.number] : undefined,
      ['Reference', mobility.id],
    ],
  )}</section>`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
