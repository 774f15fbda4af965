import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import {
  EventInvokeConfig,
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { prefixes } from '../../shared/store/keys.ts';
import { FailureQueue } from './constructs/failure-queue.ts';
import type { FunctionName } from './functions.ts';

export interface TriggersProps {
  readonly prefix: string;
  readonly handlers: Readonly<Record<FunctionName, IFunction>>;
  readonly cases: Table;
  readonly bucket: Bucket;
  readonly topic: ITopic;
}

/** What calls the functions that no workflow and no person calls: the clock, the bank's files and the table's stream. */
export class Triggers extends Construct {
  private readonly props: TriggersProps;

  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    this.props = props;
    this.every(5, 'sweep-deadlines', 'Acts on what is due and not yet done.');
    this.every(5, 'deliver-outbox', 'Delivers what the stream did not.', { sweep: true });
    this.every(5, 'make-document', 'Makes the documents that the stream did not.', { sweep: true });
    this.every(15, 'run-payments', 'Sends ready payments to the bank after their cut-off.');
    this.nightly('check-books', 'Compares every open case with its transfers.');
    this.fromStream('deliver-outbox', prefixes.outbox, 25, {
      name: 'outbox',
      impact: 'A mail or the next step of a case is late; the sweep tries again every five minutes.',
    });
    this.fromStream('make-document', prefixes.documentOutbox, 10, {
      name: 'document',
      impact: 'Somebody waits for a document; the sweep tries again every five minutes.',
    });
    this.readBankFiles();
  }

  private every(minutes: number, name: FunctionName, description: string, input: object = {}): void {
    const age = Duration.minutes(minutes);
    this.schedule(name, description, ScheduleExpression.rate(age), age, input);
  }

  /** When the offices of Europe sleep. */
  private nightly(name: FunctionName, description: string): void {
    this.schedule(name, description, ScheduleExpression.cron({ hour: '1', minute: '30' }), Duration.hours(3), {});
  }

  private schedule(
    name: FunctionName,
    description: string,
    schedule: ScheduleExpression,
    maxEventAge: Duration,
    input: object,
  ): void {
    const handler = this.props.handlers[name];
    new Schedule(this, `Every-${name}`, {
      scheduleName: `${this.props.prefix}-${name}`,
      description,
      schedule,
      // A missed round is made up by the next one; repeating an old one helps nobody.
      target: new LambdaInvoke(handler, {
        input: ScheduleTargetInput.fromObject(input),
        retryAttempts: 1,
        maxEventAge,
      }),
    });
    new EventInvokeConfig(this, `Once-${name}`, { function: handler, retryAttempts: 0 });
  }

  /**
   * New entries of one outbox only; a batch that fails is halved until the bad entry stands alone, and the sweep tries that
   * one again. Two functions read the stream, which is as many as DynamoDB wants at one shard.
   */
  private fromStream(
    function_: FunctionName,
    prefix: string,
    batchSize: number,
    failing: { readonly name: 'outbox' | 'document'; readonly impact: string },
  ): void {
    const label = `${failing.name.charAt(0).toUpperCase()}${failing.name.slice(1)}`;
    const failures = new FailureQueue(this, `${label}Failures`, {
      queueName: `${this.props.prefix}-${failing.name}-failures`,
      impact: failing.impact,
      runbook: 'outbox-stuck',
      topic: this.props.topic,
    });
    const { cases, handlers } = this.props;
    const streamArn = cases.tableStreamArn;
    if (!streamArn) throw new TypeError('The cases table has no stream.');
    const mapping = new EventSourceMapping(this, `${label}Stream`, {
      target: handlers[function_],
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 5,
      onFailure: new SqsDlq(failures),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(prefix) } } },
        }),
      ],
    });
    const read = cases.grantStreamRead(handlers[function_]);
    read.applyBefore(mapping);
  }

  private readBankFiles(): void {
    const { prefix, bucket, topic, handlers } = this.props;
    const failures = new FailureQueue(this, 'BankFileFailures', {
      queueName: `${prefix}-bank-file-failures`,
      impact: 'A file of the bank was not read: payments stay "instructed" and repayments are not counted.',
      runbook: 'bank-file-not-read',
      topic,
    });
    new EventInvokeConfig(this, 'RetryBankFile', {
      function: handlers['read-bank-file'],
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(failures),
    });
    new Rule(this, 'BankFileArrived', {
      ruleName: `${prefix}-bank-file`,
      description: 'A file of the bank has arrived.',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: 'bank/in/' }] } },
      },
      targets: [new LambdaFunction(handlers['read-bank-file'], { deadLetterQueue: failures, retryAttempts: 185 })],
    });
  }
}
