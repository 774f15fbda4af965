import { Alarm as CdkAlarm, type AlarmProps as CdkAlarmProps, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface AlarmProps
  extends Pick<CdkAlarmProps, 'metric' | 'threshold' | 'comparisonOperator' | 'treatMissingData'> {
  /** What a participant or the office notices while this goes on. A sentence. */
  readonly impact: string;
  /** Heading in infra/aws/README.md that says what to do, as an anchor, e.g. `outbox-stuck`. */
  readonly runbook: string;
  readonly topic: ITopic;
  /** Periods in a row; 1 unless a single one is normal. */
  readonly evaluationPeriods?: number;
}

/** An alarm that says whom it hurts and what to do: without both it does not compile. */
export class Alarm extends CdkAlarm {
  constructor(scope: Construct, id: string, props: AlarmProps) {
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.evaluationPeriods ?? 1,
      treatMissingData: props.treatMissingData ?? TreatMissingData.NOT_BREACHING,
      ...(props.comparisonOperator ? { comparisonOperator: props.comparisonOperator } : {}),
      alarmDescription: `${props.impact} What to do: infra/aws/README.md#${props.runbook}`,
    });
    this.addAlarmAction(new SnsAction(props.topic));
    this.addOkAction(new SnsAction(props.topic));
  }
}
