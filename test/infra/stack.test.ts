import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { functions } from '../../infra/aws/functions.ts';
import { phases } from '../../infra/aws/phases.ts';
import { projectRoot } from '../../infra/aws/stack.ts';
import { all, synthesised } from './synthesised.ts';

describe('tables', () => {
  it.each(['wayfare-cases', 'wayfare-ledger'])(
    '%s can be restored, is protected, encrypted and paid per request',
    (TableName) => {
      synthesised().hasResource('AWS::DynamoDB::Table', {
        DeletionPolicy: 'Retain',
        Properties: {
          TableName,
          BillingMode: 'PAY_PER_REQUEST',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
        },
      });
    },
  );

  it('the cases have the work queues and a stream, both with keys only', () => {
    synthesised().hasResourceProperties('AWS::DynamoDB::Table', {
      TableName: 'wayfare-cases',
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      GlobalSecondaryIndexes: [
        {
          IndexName: 'work',
          KeySchema: [
            { AttributeName: 'workPk', KeyType: 'HASH' },
            { AttributeName: 'workSk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
  });
});

describe('the bucket', () => {
  it('is versioned, private, and tells the event bus in the template itself', () => {
    synthesised().hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  it('takes nothing that is not encrypted on the way', () => {
    synthesised().hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it('needs no custom resource', () => {
    expect([...all('AWS::CloudFormation::CustomResource'), ...all('Custom::S3BucketNotifications')]).toEqual([]);
  });
});

describe('functions', () => {
  it('are the folders of functions/, no more and no fewer', () => {
    const folders = readdirSync(join(projectRoot, 'functions')).filter((name) =>
      existsSync(join(projectRoot, 'functions', name, 'handler.ts')),
    );
    expect(functions.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  it.each(functions.map(({ name }) => name))(
    '%s: arm64, Node 24, own log with an end, and the module it comes from',
    (name) => {
      const logs = [...all('AWS::Logs::LogGroup')].filter(
        ([, log]) => log.Properties.LogGroupName === `/aws/lambda/wayfare-${name}`,
      );
      expect(logs.map(([, log]) => log.Properties.RetentionInDays)).toEqual([90]);
      synthesised().hasResource('AWS::Lambda::Function', {
        Metadata: { 'wayfare:entry': `functions/${name}/handler.ts` },
        Properties: {
          FunctionName: `wayfare-${name}`,
          Architectures: ['arm64'],
          Runtime: 'nodejs24.x',
          LoggingConfig: { LogGroup: { Ref: logs[0]?.[0] } },
          Environment: { Variables: { RULEBOOK: '/var/task/rulebook', CASES_TABLE: Match.anyValue() } },
        },
      });
    },
  );
});

describe('state machines', () => {
  it.each(phases)('%s is a Standard workflow under its name, from the unchanged definition', (phase) => {
    synthesised().hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: `wayfare-${phase}`,
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { IncludeExecutionData: false },
    });
  });

  it.each(phases)('%s: every placeholder is filled with a function, and no other is given', (phase) => {
    const text = readFileSync(join(projectRoot, 'workflows', `${phase}.asl.json`), 'utf8');
    const named = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]));
    const machine = [...all('AWS::StepFunctions::StateMachine').values()].find(
      ({ Properties }) => Properties.StateMachineName === `wayfare-${phase}`,
    );
    const given = machine?.Properties.DefinitionSubstitutions as Record<string, { 'Fn::GetAtt': [string, string] }>;
    expect(Object.keys(given).sort()).toEqual([...named].sort());
    const functionIds = [...all('AWS::Lambda::Function').keys()];
    for (const { 'Fn::GetAtt': target } of Object.values(given)) expect(functionIds).toContain(target[0]);
  });
});

describe('what calls functions', () => {
  it.each([
    ['sweep-deadlines', 'rate(5 minutes)', '{}'],
    ['deliver-outbox', 'rate(5 minutes)', '{"sweep":true}'],
    ['make-document', 'rate(5 minutes)', '{"sweep":true}'],
    ['run-payments', 'rate(15 minutes)', '{}'],
    ['check-books', 'cron(30 1 * * ? *)', '{}'],
  ])('%s every so often', (name, ScheduleExpression, Input) => {
    synthesised().hasResourceProperties('AWS::Scheduler::Schedule', {
      Name: `wayfare-${name}`,
      ScheduleExpression,
      State: 'ENABLED',
      Target: { Input },
    });
  });

  it('read-bank-file, for what the bank puts into its folder', () => {
    synthesised().hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { object: { key: [{ prefix: 'bank/in/' }] } },
      },
    });
  });

  it.each([
    ['deliver-outbox', 'outbox#'],
    ['make-document', 'outbox-document#'],
  ])('%s, for new entries of its outbox; a bad one is isolated and ends in a failure queue', (_name, prefix) => {
    synthesised().hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      FilterCriteria: {
        Filters: [{ Pattern: `{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"${prefix}"}]}}}}` }],
      },
    });
  });

  it('pages, for every path and method', () => {
    synthesised().hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: '$default' });
  });
});

describe('alarms', () => {
  const runbook = readFileSync(join(projectRoot, 'infra/aws/README.md'), 'utf8');
  const headings = [...runbook.matchAll(/^### (.+)$/gm)].map((match) => match[1]);

  it('each says whom it hurts and names a heading of the runbook that exists', () => {
    for (const { Properties } of all('AWS::CloudWatch::Alarm').values()) {
      const [, impact, anchor] =
        /^(.+\.) What to do: infra\/aws\/README\.md#([\w-]+)$/.exec(String(Properties.AlarmDescription)) ?? [];
      expect(impact?.length).toBeGreaterThan(20);
      expect(headings).toContain(anchor);
    }
  });

  it('each reaches the person on call', () => {
    for (const { Properties } of all('AWS::CloudWatch::Alarm').values())
      expect(Properties.AlarmActions).toHaveLength(1);
    synthesised().hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'oncall@wayfare.example',
    });
  });

  it('every queue has one for its first message', () => {
    const watched = JSON.stringify([...all('AWS::CloudWatch::Alarm').values()].map((a) => a.Properties.Dimensions));
    for (const queue of all('AWS::SQS::Queue').keys()) expect(watched).toContain(queue);
  });
});

describe('logs', () => {
  it('the access log holds neither path nor address', () => {
    const stages = [...all('AWS::ApiGatewayV2::Stage').values()];
    const formats = stages.map(({ Properties }) => (Properties.AccessLogSettings as { Format: string }).Format);
    expect(formats).toHaveLength(1);
    expect(formats[0]).not.toMatch(/path|sourceIp|queryString|rawPath/i);
  });
});
