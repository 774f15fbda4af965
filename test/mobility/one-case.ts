import { expect } from 'vitest';
import { firstBroken } from '../../shared/ledger/check.ts';
import { statement } from '../../shared/ledger/statement.ts';
import type { Transfer } from '../../shared/ledger/transfer.ts';
import { chainOf, withoutAnswered } from '../../shared/mobility/approvals.ts';
import { outstanding, paid, repaid } from '../../shared/mobility/balance.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import type { Application, Command } from '../../shared/mobility/commands.ts';
import { open } from '../../shared/mobility/decide/application.ts';
import { decide } from '../../shared/mobility/decide.ts';
import type { Decision, Outcome } from '../../shared/mobility/decision.ts';
import { plannedAssessment } from '../../shared/mobility/open.ts';
import { parityOf } from '../../shared/mobility/parity.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { sampleApplication } from '../sample.ts';

const rules = loadRulebook();

export { sampleApplication as application } from '../sample.ts';

/** One case, moved by commands at given moments, without any store: what was decided is remembered. */
export class OneCase {
  mobility: Mobility;
  now: string;
  readonly decisions: Decision[] = [];

  constructor(at = '2025-06-02T09:00:00.000Z', from: Application = sampleApplication) {
    this.now = at;
    const institution = rules.institution(from.institution);
    if (!institution) throw new Error(`no institution ${from.institution}`);
    const { stay } = from;
    const terms = rules.terms({
      institution: from.institution,
      call: stay.call,
      activity: stay.activity,
      hostCountry: stay.host.country,
      on: stay.planned.start,
    });
    const context = { institution, now: at };
    // Somebody has to agree before the office only where the application says who is asked.
    const chain = from.approvers ? chainOf(institution, from) : undefined;
    if (chain?.ok === false) throw new Error(chain.refusal.sentence);
    const application = chain ? withoutAnswered(from, institution) : from;
    const assessment = plannedAssessment(terms, application, context);
    const outcome = open(application, '8F3K2M9QRT', 'stay', terms, assessment, context, chain?.steps);
    if (outcome.kind !== 'decided') throw new Error('opening decides');
    this.decisions.push(outcome.decision);
    this.mobility = outcome.decision.mobility;
  }

  /** Gives the command now, or at a moment; answers the outcome and keeps the new case when there is one. */
  try(command: Command, at: string = this.now): Outcome {
    this.now = at;
    const institution = rules.institution(this.mobility.institution);
    if (!institution) throw new Error('no institution');
    const outcome = decide(this.mobility, command, { institution, now: at });
    if (outcome.kind === 'decided') {
      this.decisions.push(outcome.decision);
      this.mobility = outcome.decision.mobility;
      this.checkBooks();
    }
    return outcome;
  }

  /** The same, for commands that must change the case. */
  do(command: Command, at: string = this.now): Decision {
    const outcome = this.try(command, at);
    if (outcome.kind !== 'decided') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
    return outcome.decision;
  }

  /** After every decision: the ledger holds together, and says of the case's money what the case itself says. */
  private checkBooks(): void {
    const { transfers, mobility } = this;
    expect(firstBroken(transfers)).toBeUndefined();
    expect(parityOf(mobility, transfers)).toBeUndefined();
    const { outstanding: left, paid: out, repaid: back } = statement(transfers);
    expect([left, out, back]).toEqual([outstanding(mobility), paid(mobility), repaid(mobility)]);
  }

  get transfers(): readonly Transfer[] {
    return this.decisions.flatMap((decision) => decision.transfers);
  }

  /** Names of all mails so far, in order. */
  get mails(): readonly string[] {
    return this.decisions.flatMap((decision) =>
      decision.effects.flatMap((effect) => (effect.type === 'mail' ? [effect.template] : [])),
    );
  }

  get events(): readonly string[] {
    return this.decisions.flatMap((decision) => decision.events.map((event) => event.type));
  }

  /** Applied, approved, awarded and signed; the first instalment is ready for the payment run. */
  static signed(at = '2025-06-10T09:00:00.000Z', from: Application = sampleApplication): OneCase {
    const one = new OneCase('2025-06-02T09:00:00.000Z', from);
    one.do({ type: 'assess' });
    one.do({ type: 'approve', by: 'Ola' }, '2025-06-03T09:00:00.000Z');
    one.do({ type: 'reserve' });
    one.do({ type: 'issue-agreement' });
    one.do({ type: 'sign' }, at);
    one.do({ type: 'open-stay' });
    one.do({ type: 'prepare-payment' });
    return one;
  }

  /** The last payment is instructed and booked by the bank. */
  book(at: string): this {
    const payment = this.mobility.payments.at(-1);
    if (!payment) throw new Error('no payment');
    this.do({ type: 'payment-instructed', payment: payment.id, batch: 'NHH-1' }, at);
    this.do({
      type: 'payment-booked',
      payment: payment.id,
      local: payment.local,
      date: at.slice(0, 10),
      reference: `ref-${payment.id}`,
    });
    return this;
  }
}
