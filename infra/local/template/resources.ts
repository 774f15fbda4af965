import * as z from 'zod';
import type { TemplateTable } from '../database/tables.ts';
import { NotUnderstood, type Resolver, type Resource } from './intrinsics.ts';
import type * as t from './types.ts';

export interface Source {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly resolver: Resolver;
  readonly asset: (key: string) => string;
}

/** Resolves and checks the named properties of every resource of a type. Only these are resolved; the rest means nothing here. */
function each<S extends z.ZodType, R>(
  source: Source,
  type: string,
  schema: S,
  make: (properties: z.infer<S>, id: string, resource: Resource) => R,
  names: readonly string[],
): R[] {
  return Object.entries(source.resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => {
      const given = resource.Properties ?? {};
      const wanted = names.filter((name) => name in given).map((name) => [name, source.resolver.resolve(given[name])]);
      const read = schema.safeParse(Object.fromEntries(wanted));
      if (!read.success) throw new NotUnderstood(`${id} (${type}) is not as expected: ${z.prettifyError(read.error)}`);
      return make(read.data, id, resource);
    });
}

const shape = <T extends z.ZodRawShape>(raw: T) => ({ schema: z.object(raw), names: Object.keys(raw) });

/** The tables with what decides their shape; infra/local/database checks and makes them. */
export function tables(source: Source): TemplateTable[] {
  const names = [
    'AttributeDefinitions',
    'KeySchema',
    'GlobalSecondaryIndexes',
    'LocalSecondaryIndexes',
    'StreamSpecification',
  ];
  const any = z.record(z.string(), z.unknown());
  return each(
    source,
    'AWS::DynamoDB::Table',
    any,
    (properties, id) => ({ name: source.resolver.nameOf(id), properties }),
    names,
  );
}

const bucket = shape({
  NotificationConfiguration: z
    .strictObject({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean() }) })
    .optional(),
});

export function buckets(source: Source): t.BucketDefinition[] {
  return each(
    source,
    'AWS::S3::Bucket',
    bucket.schema,
    ({ NotificationConfiguration: notify }, id) => ({
      name: source.resolver.nameOf(id),
      announces: notify?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
    }),
    bucket.names,
  );
}

const lambda = shape({
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
  Timeout: z.number(),
  MemorySize: z.number(),
});

export function functions(source: Source): t.FunctionDefinition[] {
  return each(
    source,
    'AWS::Lambda::Function',
    lambda.schema,
    ({ Environment, Timeout, MemorySize }, id, resource) => {
      const entry = resource.Metadata?.['wayfare:entry'];
      if (typeof entry !== 'string') {
        throw new NotUnderstood(`${id} has no metadata "wayfare:entry", so its module is not known.`);
      }
      return {
        name: source.resolver.nameOf(id),
        arn: source.resolver.text({ 'Fn::GetAtt': [id, 'Arn'] }, id),
        entry,
        environment: Environment?.Variables ?? {},
        timeoutSeconds: Timeout,
        memoryMb: MemorySize,
      };
    },
    lambda.names,
  );
}

const machine = shape({
  DefinitionS3Location: z.object({ Key: z.string() }),
  DefinitionSubstitutions: z.record(z.string(), z.string()).optional(),
  StateMachineType: z.literal('STANDARD'),
});

export function machines(source: Source): t.MachineDefinition[] {
  return each(
    source,
    'AWS::StepFunctions::StateMachine',
    machine.schema,
    ({ DefinitionS3Location: { Key }, DefinitionSubstitutions: values = {} }, id) => ({
      name: source.resolver.nameOf(id),
      arn: source.resolver.text({ Ref: id }, id),
      definition: source.asset(Key).replace(/\$\{(\w+)\}/g, (_whole, name: string) => {
        const value = values[name];
        if (value === undefined)
          throw new NotUnderstood(`The definition of ${id} names \${${name}}, which is not given.`);
        return value;
      }),
    }),
    machine.names,
  );
}

const schedule = shape({
  Name: z.string(),
  ScheduleExpression: z.string(),
  State: z.literal('ENABLED').optional(),
  Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
});

export function schedules(source: Source): t.ScheduleDefinition[] {
  return each(
    source,
    'AWS::Scheduler::Schedule',
    schedule.schema,
    ({ Name, ScheduleExpression, Target }) => ({
      name: Name,
      expression: ScheduleExpression,
      functionArn: Target.Arn,
      input: JSON.parse(Target.Input ?? '{}'),
    }),
    schedule.names,
  );
}

const rule = shape({
  Name: z.string(),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.literal('ENABLED').optional(),
  Targets: z.array(
    z.object({
      Arn: z.string(),
      InputTransformer: z
        .object({ InputPathsMap: z.record(z.string(), z.string()), InputTemplate: z.string() })
        .optional(),
    }),
  ),
});

export function rules(source: Source): t.RuleDefinition[] {
  return each(
    source,
    'AWS::Events::Rule',
    rule.schema,
    ({ Name, EventPattern, Targets }, id) => {
      const [first, ...others] = Targets.flatMap(({ InputTransformer: given }) => (given ? [given] : []));
      if (others.length > 0) throw new NotUnderstood(`The targets of ${id} get different things; give each a rule.`);
      return {
        name: Name,
        pattern: EventPattern,
        functionArns: Targets.map((target) => target.Arn),
        ...(first ? { transform: { paths: first.InputPathsMap, template: first.InputTemplate } } : {}),
      };
    },
    rule.names,
  );
}

const mailEvents = shape({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().optional(),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.object({ EventBusArn: z.string().endsWith('/default') }),
  }),
});

/** The one configuration set that tells the default bus what becomes of mails. */
export function mail(source: Source): t.MailConfiguration | undefined {
  const [only, ...others] = each(
    source,
    'AWS::SES::ConfigurationSetEventDestination',
    mailEvents.schema,
    ({ ConfigurationSetName: name, EventDestination: { Enabled = true, MatchingEventTypes } }) => ({
      name,
      events: Enabled ? MatchingEventTypes : [],
    }),
    mailEvents.names,
  );
  if (others.length > 0) throw new NotUnderstood('The local host knows one configuration set for mails.');
  return only;
}

const mapping = shape({
  EventSourceArn: z.string().regex(/:table\/[^/]+\/stream\//, 'only table streams are read here'),
  FunctionName: z.string(),
  BatchSize: z.number(),
  MaximumRetryAttempts: z.number(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
  StartingPosition: z.literal('TRIM_HORIZON'),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
});

export function streams(source: Source): t.StreamDefinition[] {
  return each(
    source,
    'AWS::Lambda::EventSourceMapping',
    mapping.schema,
    (properties) => ({
      table: properties.EventSourceArn.split('/')[1] ?? '',
      functionName: properties.FunctionName,
      batchSize: properties.BatchSize,
      retryAttempts: properties.MaximumRetryAttempts,
      patterns: (properties.FilterCriteria?.Filters ?? []).map((filter): unknown => JSON.parse(filter.Pattern)),
    }),
    mapping.names,
  );
}

const receipt = shape({
  Rule: z.object({
    Recipients: z.tuple([z.string()]),
    Enabled: z.literal(true),
    ScanEnabled: z.literal(true, 'mail that is not scanned is not taken'),
    TlsPolicy: z.literal('Require'),
    Actions: z.tuple([
      z.object({ S3Action: z.object({ BucketName: z.string(), ObjectKeyPrefix: z.string() }) }),
      z.object({ LambdaAction: z.object({ FunctionArn: z.string(), InvocationType: z.literal('Event') }) }),
    ]),
  }),
});

export function receipts(source: Source): t.ReceiptDefinition[] {
  return each(
    source,
    'AWS::SES::ReceiptRule',
    receipt.schema,
    ({
      Rule: {
        Recipients: [domain],
        Actions: [{ S3Action: store }, { LambdaAction: call }],
      },
    }) => ({ domain, bucket: store.BucketName, prefix: store.ObjectKeyPrefix, functionArn: call.FunctionArn }),
    receipt.names,
  );
}

const route = shape({ RouteKey: z.literal('$default'), Target: z.string() });
const integration = shape({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

/** The ARN of the function behind the one `$default` route. */
export function pages(source: Source): string {
  const [only, ...more] = each(source, 'AWS::ApiGatewayV2::Route', route.schema, (r) => r.Target, route.names);
  const uris = each(
    source,
    'AWS::ApiGatewayV2::Integration',
    integration.schema,
    (properties, id) => ({ target: `integrations/${id}`, uri: properties.IntegrationUri }),
    integration.names,
  );
  const uri = uris.find((candidate) => candidate.target === only)?.uri;
  if (!uri || more.length > 0)
    throw new NotUnderstood('The local host serves an HTTP API with exactly one $default route.');
  return uri;
}
