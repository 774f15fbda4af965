import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { EventInvokeConfig, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { EventBridgeDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { ReceiptRule, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses';
import { Lambda, LambdaInvocationType, S3 } from 'aws-cdk-lib/aws-ses-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { FailureQueue } from './constructs/failure-queue.ts';

/** Folder of the raw mails; functions/receive-mail looks here. */
const FOLDER = 'replies/';

export interface InboundProps {
  readonly prefix: string;
  /** Domain of the addresses for answers; without it nothing is received. */
  readonly domain: string | undefined;
  readonly key: Key;
}

/**
 * Mails that answer ours: received over TLS only, scanned, put into a bucket of their own and handed to a function. The
 * bucket forgets: whatever lies there for thirty days goes, and there are no versions of it.
 */
export class Inbound extends Construct {
  readonly bucket: Bucket;
  private readonly props: InboundProps;

  constructor(scope: Construct, id: string, props: InboundProps) {
    super(scope, id);
    this.props = props;
    this.bucket = new Bucket(this, 'Inbox', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      lifecycleRules: [{ expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Every mail to the domain goes to this function. */
  receive(handler: IFunction, topic: ITopic): void {
    const { prefix, domain, key } = this.props;
    if (domain === undefined) return;
    const name = `${prefix}-replies`;
    this.keep(handler, topic);
    const set = new ReceiptRuleSet(this, 'Rules', { receiptRuleSetName: name });
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ReceivedMail',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        resources: ['*'],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnEquals: {
            'aws:SourceArn': Stack.of(this).formatArn({
              service: 'ses',
              resource: 'receipt-rule-set',
              resourceName: `${name}:receipt-rule/${name}`,
            }),
          },
        },
      }),
    );
    new ReceiptRule(this, 'Rule', {
      ruleSet: set,
      receiptRuleName: name,
      recipients: [domain],
      scanEnabled: true,
      tlsPolicy: TlsPolicy.REQUIRE,
      actions: [
        // The library's own types disagree about an optional property.
        new S3({ bucket: this.bucket as IBucket, objectKeyPrefix: FOLDER }),
        new Lambda({ function: handler, invocationType: LambdaInvocationType.EVENT }),
      ],
    });
  }

  /**
   * What could not be filed is told by its id alone: the event of SES has addresses, the subject and the secret of the
   * address for answers, which are to lie nowhere but in the mail itself.
   */
  private keep(handler: IFunction, topic: ITopic): void {
    const failures = new FailureQueue(this, 'Failures', {
      queueName: `${this.props.prefix}-reply-failures`,
      impact: 'An answer to one of our mails was not filed: nobody at the office knows that it came.',
      runbook: 'reply-not-filed',
      topic,
    });
    new EventInvokeConfig(this, 'Retry', {
      function: handler,
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new EventBridgeDestination(),
    });
    new Rule(this, 'NotFiled', {
      ruleName: `${this.props.prefix}-reply-not-filed`,
      description: 'An answer by mail could not be filed.',
      eventPattern: {
        source: ['lambda'],
        detailType: ['Lambda Function Invocation Result - Failure'],
        detail: { requestContext: { functionArn: [{ prefix: handler.functionArn }] } },
      },
      targets: [
        new SqsQueue(failures, {
          message: RuleTargetInput.fromObject({
            again: EventField.fromPath('$.detail.requestPayload.Records[0].ses.mail.messageId'),
            at: EventField.fromPath('$.time'),
          }),
        }),
      ],
    });
  }
}
