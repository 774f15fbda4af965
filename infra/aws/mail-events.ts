import { Duration } from 'aws-cdk-lib';
import { EventField, type EventPattern, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventInvokeConfig, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { FailureQueue } from './constructs/failure-queue.ts';

export interface MailEventsProps {
  readonly prefix: string;
  readonly handler: IFunction;
  /** Name of the configuration set whose mails are ours. */
  readonly configuration: string;
  readonly topic: ITopic;
}

const tag = (name: string): string => EventField.fromPath(`$.detail.mail.tags.${name}`);

/** All that is handed on of an event: its addresses and headers stay with SES. Each of these stands in every event. */
const ids = {
  what: EventField.fromPath('$.detail-type'),
  at: EventField.fromPath('$.time'),
  institution: tag('institution'),
  mobility: tag('mobility'),
  mail: tag('mail'),
};

/**
 * What SES says of our mails, brought to the function that notes it. That a mail was delivered is asked for only where a
 * deadline hangs on it: for all others no news is good news, and nine of ten events cost nothing.
 */
export class MailEvents extends Construct {
  private readonly props: MailEventsProps;
  private readonly failures: FailureQueue;

  constructor(scope: Construct, id: string, props: MailEventsProps) {
    super(scope, id);
    this.props = props;
    this.failures = new FailureQueue(this, 'Failures', {
      queueName: `${props.prefix}-mail-event-failures`,
      impact: 'A mail came back or arrived and nobody noted it: a deadline may be moved for nothing.',
      runbook: 'mail-event-not-read',
      topic: props.topic,
    });
    new EventInvokeConfig(this, 'Retry', {
      function: props.handler,
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(this.failures),
    });
    this.rule('delivered', ['Email Delivered'], ids, { notice: ['yes'] });
    this.rule('troubled', ['Email Complaint Received', 'Email Delivery Delayed'], ids);
    this.rule('bounced', ['Email Bounced'], { ...ids, bounce: EventField.fromPath('$.detail.bounce.bounceType') });
  }

  private rule(name: string, detailType: string[], input: object, tags: object = {}): void {
    const { prefix, handler, configuration } = this.props;
    const detail = { mail: { tags: { 'ses:configuration-set': [configuration], ...tags } } };
    const eventPattern: EventPattern = { source: ['aws.ses'], detailType, detail };
    new Rule(this, name, {
      ruleName: `${prefix}-mail-${name}`,
      description: `A mail was ${name}.`,
      eventPattern,
      targets: [
        new LambdaFunction(handler, {
          event: RuleTargetInput.fromObject(input),
          deadLetterQueue: this.failures,
          retryAttempts: 185,
        }),
      ],
    });
  }
}
