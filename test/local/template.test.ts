import { describe, expect, it } from 'vitest';
import { Resolver, type Resource } from '../../infra/local/template/intrinsics.ts';
import { readResources } from '../../infra/local/template/read.ts';

const naming = { region: 'eu-north-1', account: '000000000000', url: 'http://127.0.0.1:8080' };
/** A placeholder of CloudFormation. */
const hole = (name: string): string => `\${${name}}`;
const fn = (name: string): Resource => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: name,
    Timeout: 10,
    MemorySize: 512,
    Environment: { Variables: { CASES: { Ref: 'Cases' } } },
  },
  Metadata: { 'wayfare:entry': `functions/${name}/handler.ts` },
});
const base: Record<string, Resource> = {
  Cases: {
    Type: 'AWS::DynamoDB::Table',
    Properties: { TableName: 'cases', KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] },
  },
  Pages: fn('pages'),
  Assess: fn('assess'),
  Files: {
    Type: 'AWS::S3::Bucket',
    Properties: { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } },
  },
  Api: { Type: 'AWS::ApiGatewayV2::Api' },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': ['Pages', 'Arn'] },
      PayloadFormatVersion: '2.0',
    },
  },
  Route: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { RouteKey: '$default', Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] } },
  },
  Machine: {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      StateMachineName: 'wayfare-application',
      StateMachineType: 'STANDARD',
      DefinitionS3Location: { Bucket: 'assets', Key: 'x.json' },
      DefinitionSubstitutions: { Assess: { 'Fn::GetAtt': ['Assess', 'Arn'] } },
    },
  },
};
const read = (more: Record<string, Resource> = {}, asset = `{"FunctionName":"${hole('Assess')}"}`) =>
  readResources({ ...base, ...more }, naming, () => asset);

describe('names and ARNs on this machine', () => {
  const resolver = new Resolver(base, naming);

  it.each([
    ['a table', { Ref: 'Cases' }, 'cases'],
    ['a function', { 'Fn::GetAtt': ['Assess', 'Arn'] }, 'arn:aws:lambda:eu-north-1:000000000000:function:assess'],
    ['a machine', { Ref: 'Machine' }, 'arn:aws:states:eu-north-1:000000000000:stateMachine:wayfare-application'],
    ['a bucket without a name', { Ref: 'Files' }, 'wayfare-files'],
    ['the address of the pages', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, 'http://127.0.0.1:8080'],
    [
      'a join',
      { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, { Ref: 'AWS::AccountId' }]] },
      'arn:aws:000000000000',
    ],
    [
      'a substitution',
      { 'Fn::Sub': ['AWS::Region', 'Cases', 'Assess.Arn', '!kept'].map(hole).join('/') },
      `eu-north-1/cases/arn:aws:lambda:eu-north-1:000000000000:function:assess/${hole('kept')}`,
    ],
    [
      'a substitution with values',
      { 'Fn::Sub': [`${hole('a')}-${hole('Cases')}`, { a: { Ref: 'AWS::Region' } }] },
      'eu-north-1-cases',
    ],
  ])('%s', (_name, value, expected) => {
    expect(resolver.resolve(value)).toBe(expected);
  });

  it.each([
    ['another intrinsic', { 'Fn::If': ['x', 'a', 'b'] }, 'Fn::If'],
    ['something that is not there', { Ref: 'Nowhere' }, 'Nowhere'],
    ['an attribute that nothing has here', { 'Fn::GetAtt': ['Cases', 'Magic'] }, 'Magic of Cases'],
    ['a pseudo parameter of no use here', { Ref: 'AWS::StackId' }, 'AWS::StackId'],
  ])('%s is refused by name', (_name, value, named) => {
    expect(() => resolver.resolve(value)).toThrow(named);
  });
});

describe('what the host takes from a template', () => {
  it('functions with their module and environment', () => {
    expect(read().functions.find(({ name }) => name === 'assess')).toMatchObject({
      entry: 'functions/assess/handler.ts',
      environment: { CASES: 'cases' },
      timeoutSeconds: 10,
    });
  });

  it('definitions with their substitutions made', () => {
    expect(read().machines[0]?.definition).toBe(
      '{"FunctionName":"arn:aws:lambda:eu-north-1:000000000000:function:assess"}',
    );
  });

  it('the function behind the pages, and whether a bucket tells of new objects', () => {
    expect(read()).toMatchObject({
      pages: 'arn:aws:lambda:eu-north-1:000000000000:function:pages',
      buckets: [{ name: 'wayfare-files', announces: true }],
    });
  });
});

describe('what the host refuses', () => {
  it.each([
    [
      'a resource type that it does not run',
      { Queue: { Type: 'AWS::Kinesis::Stream' } },
      'Queue (AWS::Kinesis::Stream)',
    ],
    [
      'an Express workflow',
      {
        Machine: {
          ...base.Machine,
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { ...base.Machine?.Properties, StateMachineType: 'EXPRESS' },
        },
      },
      'Machine',
    ],
    ['a function without its module', { Assess: { ...fn('assess'), Metadata: {} } }, 'wayfare:entry'],
    [
      'a notification that is not the event bus',
      { Files: { Type: 'AWS::S3::Bucket', Properties: { NotificationConfiguration: { LambdaConfigurations: [] } } } },
      'Files',
    ],
    [
      'a second route',
      { Other: { Type: 'AWS::ApiGatewayV2::Route', Properties: { RouteKey: '$default', Target: 'x' } } },
      '$default',
    ],
  ] as const)('%s', (_name, more, named) => {
    expect(() => read(more)).toThrow(named);
  });

  it('a definition with a placeholder that nobody fills', () => {
    expect(() => read({}, hole('Nobody'))).toThrow('Nobody');
  });
});
