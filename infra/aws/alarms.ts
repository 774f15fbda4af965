import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Phase } from '../../shared/mobility/case.ts';
import { Alarm, type AlarmProps } from './constructs/alarm.ts';
import type { FunctionName } from './functions.ts';
import { phases } from './phases.ts';

export interface AlarmsProps {
  readonly topic: ITopic;
  readonly prefix: string;
  readonly handlers: Readonly<Record<FunctionName, IFunction>>;
  readonly machines: Readonly<Record<Phase, StateMachine>>;
  readonly apiId: string;
}

const fiveMinutes = Duration.minutes(5);

/** The alarms that a person must answer; each says whom it hurts. The failure queues bring their own. */
export class Alarms extends Construct {
  private readonly props: AlarmsProps;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.props = props;
    this.phases();
    this.clock();
    this.books();
    this.stream();
    this.people();
    this.mail();
  }

  /** A failed execution leaves a case without its next step. */
  private phases(): void {
    for (const phase of phases) {
      const machine = this.props.machines[phase];
      this.above(`Failed-${phase}`, machine.metricFailed({ period: fiveMinutes }), {
        impact: `A case stopped in the phase ${phase} and goes on only after a person has looked.`,
        runbook: 'phase-failed',
      });
    }
  }

  /** The sweeps are what proves that nothing sleeps for ever; their own silence must be heard. */
  private clock(): void {
    for (const name of ['sweep-deadlines', 'deliver-outbox', 'run-payments'] as const) {
      const handler = this.props.handlers[name];
      new Alarm(this, `Silent-${name}`, {
        metric: handler.metricInvocations({ period: Duration.hours(1) }),
        threshold: 1,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
        impact: 'Deadlines, mails or payments are not being looked at: everyone waits.',
        runbook: 'schedule-silent',
        topic: this.props.topic,
      });
      this.above(`Errors-${name}`, handler.metricErrors({ period: fiveMinutes }), {
        impact: 'Some cases miss their round: a reminder, a mail or a payment is late.',
        runbook: 'sweep-errors',
        evaluationPeriods: 3,
      });
    }
  }

  /** A night without it is no harm yet; two are. */
  private books(): void {
    const handler = this.props.handlers['check-books'];
    new Alarm(this, 'Silent-check-books', {
      metric: handler.metricInvocations({ period: Duration.days(1) }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      evaluationPeriods: 2,
      impact: 'Nobody compares the cases with the ledger: a mistake in the books would stay unseen.',
      runbook: 'schedule-silent',
      topic: this.props.topic,
    });
    this.above('Errors-check-books', handler.metricErrors({ period: Duration.hours(1) }), {
      impact: 'Some cases were not compared with the ledger last night.',
      runbook: 'sweep-errors',
    });
  }

  private stream(): void {
    const age = (name: FunctionName) =>
      this.props.handlers[name].metric('IteratorAge', { period: fiveMinutes, statistic: 'max' });
    this.above('StreamBehind', age('deliver-outbox'), {
      impact: 'Mails and next steps are delivered more than ten minutes late.',
      runbook: 'outbox-stuck',
      threshold: Duration.minutes(10).toMilliseconds(),
    });
    this.above('DocumentsBehind', age('make-document'), {
      impact: 'People are told for more than an hour that their document is being made.',
      runbook: 'outbox-stuck',
      threshold: Duration.hours(1).toMilliseconds(),
    });
  }

  private people(): void {
    const errors = new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: this.props.apiId },
      statistic: 'sum',
      period: fiveMinutes,
    });
    this.above('PagesFail', errors, {
      impact: 'People see an error instead of their form, their agreement or their status.',
      runbook: 'pages-fail',
      threshold: 5,
    });
  }

  /** Amazon reviews a sender at 5 % bounces and stops it at 10 %. */
  private mail(): void {
    const bounces = new Metric({
      namespace: 'AWS/SES',
      metricName: 'Reputation.BounceRate',
      statistic: 'average',
      period: Duration.hours(1),
    });
    this.above('MailBounces', bounces, {
      impact: 'Many mails do not arrive; above 10 % Amazon stops all sending.',
      runbook: 'mail-bounces',
      threshold: 0.04,
    });
  }

  private above(
    id: string,
    metric: IMetric,
    props: Pick<AlarmProps, 'impact' | 'runbook' | 'evaluationPeriods'> & { readonly threshold?: number },
  ): void {
    new Alarm(this, id, {
      ...props,
      metric,
      threshold: props.threshold ?? 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      topic: this.props.topic,
    });
  }
}
