import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { Alarm } from './alarm.ts';

export interface FailureQueueProps {
  readonly queueName: string;
  readonly impact: string;
  readonly runbook: string;
  readonly topic: ITopic;
}

/** Where events end that could not be handled: kept for a fortnight, and one message is enough for the alarm. */
export class FailureQueue extends Queue {
  constructor(scope: Construct, id: string, props: FailureQueueProps) {
    super(scope, id, {
      queueName: props.queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new Alarm(this, 'NotEmpty', {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'max' }),
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      impact: props.impact,
      runbook: props.runbook,
      topic: props.topic,
    });
  }
}
