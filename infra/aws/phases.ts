import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Phase } from '../../shared/mobility/case.ts';
import { type FunctionName, functions } from './functions.ts';

/** One state machine each, defined in workflows/<phase>.asl.json. */
export const phases = [
  'application',
  'agreement',
  'payout',
  'stay',
  'settlement',
  'repayment',
] as const satisfies readonly Phase[];

/** `reserve-grant` → `ReserveGrant`, the name a definition calls the function by. */
export const placeholder = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A definition speaks of a function that does not exist. */
export class UnknownPlaceholder extends Error {
  override readonly name = 'UnknownPlaceholder';
}

export interface PhasesProps {
  readonly prefix: string;
  readonly root: string;
  readonly logDays: RetentionDays;
  readonly handlers: Readonly<Record<FunctionName, IFunction>>;
}

/** The state machines of all phases, each allowed to call the functions that its definition names and no other. */
export class Phases extends Construct {
  readonly machines: Readonly<Record<Phase, StateMachine>>;

  constructor(scope: Construct, id: string, props: PhasesProps) {
    super(scope, id);
    this.machines = Object.fromEntries(phases.map((phase) => [phase, this.machine(phase, props)])) as Record<
      Phase,
      StateMachine
    >;
  }

  private machine(phase: Phase, props: PhasesProps): StateMachine {
    const file = join(props.root, 'workflows', `${phase}.asl.json`);
    const called = calledFunctions(file);
    const role = new Role(this, `${placeholder(phase)}Role`, {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: called.map((name) => props.handlers[name].functionArn),
      }),
    );
    return new StateMachine(this, placeholder(phase), {
      stateMachineName: `${props.prefix}-${phase}`,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromFile(file),
      definitionSubstitutions: Object.fromEntries(
        called.map((name) => [placeholder(name), props.handlers[name].functionArn]),
      ),
      role,
      logs: {
        destination: new LogGroup(this, `${placeholder(phase)}Log`, {
          logGroupName: `/aws/vendedlogs/states/${props.prefix}-${phase}`,
          retention: props.logDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });
  }
}

/** The functions whose placeholders stand in a definition. @throws UnknownPlaceholder */
function calledFunctions(file: string): FunctionName[] {
  const text = readFileSync(file, 'utf8');
  const byPlaceholder = new Map(functions.map((f) => [placeholder(f.name), f.name]));
  const found = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? ''));
  return [...found].map((word) => {
    const name = byPlaceholder.get(word);
    if (!name)
      throw new UnknownPlaceholder(`${file} names \${${word}}; functions are ${[...byPlaceholder.keys()].join(', ')}.`);
    return name;
  });
}
