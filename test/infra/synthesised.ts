import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readParameters } from '../../infra/aws/parameters.ts';
import { projectRoot, WayfareStack } from '../../infra/aws/stack.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

let template: Template | undefined;

/** The template of the installation with default parameters, synthesised once per test file, without bundles. */
export function synthesised(): Template {
  if (!template) {
    const app = new App({
      analyticsReporting: false,
      outdir: mkdtempSync(join(tmpdir(), 'wayfare-synth-')),
      context: { 'aws:cdk:bundling-stacks': [] },
    });
    const parameters = readParameters({
      'wayfare:mailDomain': 'wayfare.example',
      'wayfare:alarmMail': 'oncall@wayfare.example',
    });
    template = Template.fromStack(new WayfareStack(app, 'Wayfare', { parameters, root: projectRoot }));
  }
  return template;
}

/** Every resource of a type, by logical id. */
export function all(type: string): ReadonlyMap<string, Resource> {
  return new Map(Object.entries(synthesised().findResources(type)) as [string, Resource][]);
}

export interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  /** As it stands in the template, written as JSON: intrinsics keep the logical ids they name. */
  readonly Resource: string;
  readonly Condition?: unknown;
}

interface RawStatement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

interface Policy {
  readonly PolicyDocument: { readonly Statement: readonly RawStatement[] };
  readonly Roles?: readonly { readonly Ref: string }[];
}

/** All statements that a role carries: its own inline ones and those of the policies attached to it. */
export function statementsOf(role: string): Statement[] {
  const own = (all('AWS::IAM::Role').get(role)?.Properties.Policies ?? []) as readonly Policy[];
  const attached = [...all('AWS::IAM::Policy').values()]
    .map(({ Properties }) => Properties as unknown as Policy)
    .filter(({ Roles }) => Roles?.some(({ Ref }) => Ref === role));
  return [...own, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map(plain));
}

function plain({ Effect, Action, Resource, Condition }: RawStatement): Statement {
  return { Effect, Action: [Action].flat(), Resource: JSON.stringify(Resource), Condition };
}

/** Logical id of the role of a function, by the function's folder. */
export function roleOf(name: string): string {
  const found = [...all('AWS::Lambda::Function').values()].find((f) => f.Properties.FunctionName === `wayfare-${name}`);
  const role = found?.Properties.Role as { 'Fn::GetAtt': [string, string] } | undefined;
  if (!role) throw new Error(`${name} is no function of the installation.`);
  return role['Fn::GetAtt'][0];
}

/** Logical id of a table by its name. */
export function tableId(name: string): string {
  const found = [...all('AWS::DynamoDB::Table')].find(([, table]) => table.Properties.TableName === name);
  if (!found) throw new Error(`${name} is no table of the installation.`);
  return found[0];
}
