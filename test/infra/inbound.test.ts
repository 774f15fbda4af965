import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { functions } from '../../infra/aws/functions.ts';
import { readParameters } from '../../infra/aws/parameters.ts';
import { projectRoot, WayfareStack } from '../../infra/aws/stack.ts';
import { roleOf, statementsOf } from './synthesised.ts';

function template(context: Readonly<Record<string, string>>): Template {
  const app = new App({ analyticsReporting: false, context: { 'aws:cdk:bundling-stacks': [] } });
  const parameters = readParameters({ 'wayfare:mailDomain': 'mail.example.no', ...context });
  return Template.fromStack(new WayfareStack(app, 'Replies', { parameters, root: projectRoot }));
}
const withReplies = template({ 'wayfare:replyDomain': 'replies.example.no' });

describe('answers by mail', () => {
  it('are taken over TLS only, scanned, kept in their own bucket, then handed to the function', () => {
    withReplies.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        Recipients: ['replies.example.no'],
        ScanEnabled: true,
        TlsPolicy: 'Require',
        Actions: [
          { S3Action: { BucketName: { Ref: Match.stringLikeRegexp('Inbox') }, ObjectKeyPrefix: 'replies/' } },
          { LambdaAction: { InvocationType: 'Event' } },
        ],
      },
    });
  });

  it('are forgotten after thirty days, without versions', () => {
    withReplies.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 30, Status: 'Enabled' })] },
      VersioningConfiguration: Match.absent(),
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  });

  it('are encrypted with our key, which SES may use for this rule alone', () => {
    const [key] = Object.values(withReplies.findResources('AWS::KMS::Key'));
    const statements = (key?.Properties.KeyPolicy.Statement ?? []) as { Sid?: string }[];
    expect(statements.find(({ Sid }) => Sid === 'ReceivedMail')).toMatchObject({
      Principal: { Service: 'ses.amazonaws.com' },
      Condition: {
        ArnEquals: { 'aws:SourceArn': expect.anything() },
        StringEquals: { 'aws:SourceAccount': expect.anything() },
      },
    });
  });

  it('that could not be filed wait in a queue with an alarm', () => {
    withReplies.hasResourceProperties('AWS::SQS::Queue', { QueueName: 'wayfare-reply-failures' });
  });

  it('wait there by their id alone: no address, subject or secret lies in a queue', () => {
    const [rule] = Object.values(withReplies.findResources('AWS::Events::Rule')).filter(
      ({ Properties }) => Properties.Name === 'wayfare-reply-not-filed',
    );
    const [target] = rule?.Properties.Targets ?? [];
    expect(JSON.stringify(target.Arn)).toContain('Failures');
    expect(Object.values(target.InputTransformer.InputPathsMap).toSorted()).toEqual([
      '$.detail.requestPayload.Records[0].ses.mail.messageId',
      '$.time',
    ]);
    const received = Object.values(withReplies.findResources('AWS::Lambda::EventInvokeConfig')).filter(
      ({ Properties }) => JSON.stringify(Properties.FunctionName).includes('receivemail'),
    );
    expect(received).toHaveLength(1);
    expect(JSON.stringify(received[0]?.Properties.DestinationConfig.OnFailure)).toContain('event-bus');
  });

  it('and the functions know the domain', () => {
    withReplies.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'wayfare-receive-mail',
      Environment: { Variables: { REPLY_DOMAIN: 'replies.example.no', INBOX: Match.anyValue() } },
    });
  });
});

describe('without a domain for answers', () => {
  const none = template({});

  it('nothing is received, and mails name the office', () => {
    none.resourceCountIs('AWS::SES::ReceiptRule', 0);
    none.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'wayfare-deliver-outbox',
      Environment: { Variables: { REPLY_DOMAIN: Match.absent() } },
    });
  });
});

describe('receive-mail', () => {
  const statements = statementsOf(roleOf('receive-mail')).filter((s) => s.Effect === 'Allow');
  const may = (action: string) => statements.filter((s) => s.Action.includes(action)).map((s) => s.Resource);

  it('reads and deletes raw mails, and adds uploads that it cannot read', () => {
    expect(may('s3:GetObject').join()).toContain('/replies/*');
    expect(may('s3:GetObject').join()).not.toContain('/uploads/');
    expect(may('s3:DeleteObject').join()).toMatch(/Inbox.*\/replies\/\*/);
    expect(may('s3:PutObject').join()).toContain('/uploads/*');
  });

  it.each([
    'ses:SendRawEmail',
    'states:StartExecution',
    'states:SendTaskSuccess',
    'dynamodb:DeleteItem',
    'dynamodb:Scan',
  ])('may not %s: it answers nobody and moves nothing', (action) => {
    expect(may(action)).toEqual([]);
  });

  it('is the only one that sees raw mails', () => {
    const sees = functions
      .map(({ name }) => name)
      .filter((name) => statementsOf(roleOf(name)).some((s) => s.Resource.includes('/replies/')));
    expect(sees).toEqual(['receive-mail']);
  });
});
