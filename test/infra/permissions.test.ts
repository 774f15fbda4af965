import { describe, expect, it } from 'vitest';
import { functions } from '../../infra/aws/functions.ts';
import { all, roleOf, type Statement, statementsOf, tableId } from './synthesised.ts';

const names = functions.map(({ name }) => name);
const roles = () => [...all('AWS::IAM::Role').keys()];
const allowed = (statements: readonly Statement[]) => statements.filter((s) => s.Effect === 'Allow');
const whoMay = (action: string) =>
  names.filter((name) => allowed(statementsOf(roleOf(name))).some((s) => s.Action.includes(action)));

describe('nobody rewrites the books', () => {
  it.each(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:PartiQLUpdate'])(
    'no role may %s in the ledger',
    (action) => {
      const ledger = tableId('wayfare-ledger');
      const offenders = roles().filter((role) =>
        allowed(statementsOf(role)).some((s) => s.Action.includes(action) && s.Resource.includes(ledger)),
      );
      expect(offenders).toEqual([]);
    },
  );

  it('and the table itself denies it to everyone', () => {
    const policy = JSON.stringify(
      all('AWS::DynamoDB::Table').get(tableId('wayfare-ledger'))?.Properties.ResourcePolicy,
    );
    expect(JSON.parse(policy).PolicyDocument.Statement).toMatchObject([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']),
      },
    ]);
  });
});

describe('only deliver-outbox', () => {
  it.each(['states:SendTaskSuccess', 'states:SendTaskFailure', 'states:StartExecution', 'ses:SendRawEmail'])(
    'may %s',
    (action) => {
      expect(whoMay(action)).toEqual(['deliver-outbox']);
    },
  );

  it('and it may so for the six phases only', () => {
    const sends = allowed(statementsOf(roleOf('deliver-outbox'))).filter((s) =>
      s.Action.some((a) => a.startsWith('states:')),
    );
    for (const { Resource } of sends) {
      expect(Resource.match(/stateMachine:wayfare-[a-z]+/g)).toEqual([
        'stateMachine:wayfare-application',
        'stateMachine:wayfare-agreement',
        'stateMachine:wayfare-payout',
        'stateMachine:wayfare-stay',
        'stateMachine:wayfare-settlement',
        'stateMachine:wayfare-repayment',
      ]);
    }
  });
});

describe('least privilege', () => {
  it('every function has a role of its own', () => {
    expect(new Set(names.map(roleOf)).size).toBe(names.length);
  });

  it('no statement of a role allows everything, or anything everywhere', () => {
    const wide = roles().flatMap((role) =>
      allowed(statementsOf(role)).filter(
        (s) => s.Action.some((a) => a === '*' || a.endsWith(':*')) || (s.Resource === '"*"' && !hasNoArn(s)),
      ),
    );
    expect(wide).toEqual([]);
  });

  it('nobody may scan a table', () => {
    expect(roles().filter((role) => statementsOf(role).some((s) => s.Action.includes('dynamodb:Scan')))).toEqual([]);
  });

  it('only the sweeps look into the work queues', () => {
    const looks = names.filter((name) => statementsOf(roleOf(name)).some((s) => s.Resource.includes('/index/work')));
    expect(looks).toEqual(['deliver-outbox', 'make-document', 'sweep-deadlines', 'run-payments', 'check-books']);
  });

  it('only functions whose commands move money may append to the ledger, and only those that compare may read it', () => {
    const ledger = tableId('wayfare-ledger');
    const actions = (name: string) =>
      statementsOf(roleOf(name))
        .filter((s) => s.Resource.includes(ledger))
        .flatMap((s) => s.Action);
    expect(names.filter((name) => actions(name).includes('dynamodb:PutItem'))).toEqual([
      'reserve-grant',
      'prepare-payment',
      'settle-grant',
      'raise-claim',
      'deliver-outbox',
      'sweep-deadlines',
      'read-bank-file',
      'pages',
    ]);
    expect(names.filter((name) => actions(name).includes('dynamodb:Query'))).toEqual(['deliver-outbox', 'check-books']);
    expect(new Set(names.flatMap(actions))).toEqual(new Set(['dynamodb:PutItem', 'dynamodb:Query']));
  });

  it('the bank folders are one-way', () => {
    const may = (action: string, prefix: string) =>
      names.filter((name) =>
        statementsOf(roleOf(name)).some((s) => s.Action.includes(action) && s.Resource.includes(prefix)),
      );
    expect(may('s3:PutObject', '/bank/in/')).toEqual([]);
    expect(may('s3:GetObject', '/bank/in/')).toEqual(['read-bank-file']);
    expect(may('s3:PutObject', '/bank/out/')).toEqual(['run-payments']);
  });

  it('only make-document writes what participants get, only the pages read it besides, and neither reaches a bank file', () => {
    const reach = (prefix: string, action = 's3:') =>
      names.filter((name) =>
        statementsOf(roleOf(name)).some(
          (s) => s.Resource.includes(prefix) && s.Action.some((one) => one.startsWith(action)),
        ),
      );
    expect(reach('/documents/', 's3:PutObject')).toEqual(['make-document']);
    expect(reach('/documents/')).toEqual(['make-document', 'pages']);
    expect(reach('/uploads/')).toEqual(['receive-mail', 'pages']);
    expect(reach('/uploads/', 's3:GetObject')).toEqual(['pages']);
    for (const name of ['make-document', 'pages']) expect(reach('/bank/')).not.toContain(name);
  });

  it.each(['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'])(
    'effects are taken out of their outbox by the two that deliver them: only they may %s',
    (action) => {
      expect(whoMay(action)).toEqual(['deliver-outbox', 'make-document']);
    },
  );

  it('the key opens only through DynamoDB and S3', () => {
    const uses = names.flatMap((name) => statementsOf(roleOf(name)).filter((s) => s.Action.includes('kms:Decrypt')));
    const own = uses.filter((s) => s.Action.includes('kms:GenerateDataKey*'));
    for (const { Condition } of own) {
      expect(JSON.stringify(Condition)).toMatch(/"kms:ViaService":"(dynamodb|s3)\.eu-north-1\.amazonaws\.com"/);
    }
    expect(own.length).toBeGreaterThan(0);
  });
});

/** Log deliveries (of Step Functions) and the list of streams have no ARN that a policy could name. */
function hasNoArn(statement: Statement): boolean {
  return statement.Action.every((action) => action.startsWith('logs:') || action === 'dynamodb:ListStreams');
}
