import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Naming, NotUnderstood, Resolver, type Resource } from './intrinsics.ts';
import * as readers from './resources.ts';
import type { Installation } from './types.ts';

/** Resource types that mean nothing on one machine: rights, logs, keys, alarms, and where failures are kept. */
const inert = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::ResourcePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::EmailIdentity',
  'AWS::SES::ReceiptRuleSet',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
]);

const understood = new Set([
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::ReceiptRule',
  'AWS::Scheduler::Schedule',
  'AWS::StepFunctions::StateMachine',
]);

/**
 * Reads the one stack of a cloud assembly (cdk.out) into what has to be run here.
 * @throws NotUnderstood naming every resource type and intrinsic that the host does not implement
 */
export function readInstallation(assembly: string, naming: Naming): Installation {
  const manifest = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8')) as {
    artifacts: Record<string, { type: string; properties?: { templateFile?: string } }>;
  };
  const templates = Object.values(manifest.artifacts).filter((a) => a.type === 'aws:cloudformation:stack');
  const file = templates[0]?.properties?.templateFile;
  if (templates.length !== 1 || !file) {
    throw new NotUnderstood(`The assembly holds ${templates.length} stacks; the local host runs exactly one.`);
  }
  const { Resources } = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as {
    Resources: Record<string, Resource>;
  };
  return readResources(Resources, naming, (key) => readFileSync(join(assembly, `asset.${key}`), 'utf8'));
}

/** The same from resources already at hand; `asset` gives the text of a staged file by its key. */
export function readResources(
  resources: Readonly<Record<string, Resource>>,
  naming: Naming,
  asset: (key: string) => string,
): Installation {
  const strange = Object.entries(resources).filter(([, r]) => !inert.has(r.Type) && !understood.has(r.Type));
  if (strange.length > 0) {
    const list = strange.map(([id, r]) => `${id} (${r.Type})`).join(', ');
    throw new NotUnderstood(
      `The local host does not know what to do with ${list}. Teach infra/local/template about it.`,
    );
  }
  const source: readers.Source = { resolver: new Resolver(resources, naming), resources, asset };
  const mail = readers.mail(source);
  return {
    ...(mail ? { mail } : {}),
    tables: readers.tables(source),
    buckets: readers.buckets(source),
    functions: readers.functions(source),
    machines: readers.machines(source),
    schedules: readers.schedules(source),
    rules: readers.rules(source),
    streams: readers.streams(source),
    pages: readers.pages(source),
    receipts: readers.receipts(source),
  };
}
