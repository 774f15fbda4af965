import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** What a function can be allowed, in the words of the domain. Nothing else is ever granted. */
export type Permission =
  | 'decide'
  | 'book'
  | 'read-books'
  | 'find-work'
  | 'finish-work'
  | 'write-bank-files'
  | 'read-bank-files'
  | 'keep-uploads'
  | 'add-uploads'
  | 'take-mail'
  | 'keep-documents'
  | 'read-documents'
  | 'send-mail'
  | 'start-phases'
  | 'send-results';

/** The things that permissions speak of, by ARN. */
export interface Resources {
  readonly region: string;
  readonly cases: string;
  readonly ledger: string;
  readonly bucket: string;
  /** Of the mails that came in. */
  readonly inbox: string;
  readonly key: string;
  readonly machines: readonly string[];
  readonly mailIdentity: string;
  readonly mailConfiguration: string;
  readonly mailFrom: string;
}

const allow = (actions: string[], resources: string[], conditions: Record<string, unknown> = {}): PolicyStatement =>
  new PolicyStatement({ actions, resources, conditions });

/** Both stores encrypt with our key; it opens only through them, never directly. */
const useKey = (r: Resources, service: 'dynamodb' | 's3'): PolicyStatement =>
  allow(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'], [r.key], {
    StringEquals: { 'kms:ViaService': `${service}.${r.region}.amazonaws.com` },
  });

/** The same for who only reads. */
const openWithKey = (r: Resources, service: 's3'): PolicyStatement =>
  allow(['kms:Decrypt'], [r.key], { StringEquals: { 'kms:ViaService': `${service}.${r.region}.amazonaws.com` } });

const statements: Readonly<Record<Permission, (r: Resources) => PolicyStatement[]>> = {
  // Load a case and write a decision in one transaction.
  decide: (r) => [
    allow(
      [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:Query',
        'dynamodb:ConditionCheckItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
      [r.cases],
    ),
    useKey(r, 'dynamodb'),
  ],
  // Append transfers. No update and no delete, for anyone: a correction is a new transfer.
  book: (r) => [allow(['dynamodb:PutItem'], [r.ledger])],
  // Read the transfers of one case, to compare; no decision ever reads the books.
  'read-books': (r) => [allow(['dynamodb:Query'], [r.ledger])],
  'find-work': (r) => [allow(['dynamodb:Query'], [`${r.cases}/index/work`])],
  // Take a delivered effect, or an answered wait, away; several effects in one request.
  'finish-work': (r) => [allow(['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'], [r.cases])],
  'write-bank-files': (r) => [allow(['s3:PutObject', 's3:GetObject'], [`${r.bucket}/bank/out/*`]), useKey(r, 's3')],
  'read-bank-files': (r) => [allow(['s3:GetObject'], [`${r.bucket}/bank/in/*`]), useKey(r, 's3')],
  'keep-uploads': (r) => [allow(['s3:PutObject', 's3:GetObject'], [`${r.bucket}/uploads/*`]), useKey(r, 's3')],
  'add-uploads': (r) => [allow(['s3:PutObject'], [`${r.bucket}/uploads/*`]), useKey(r, 's3')],
  // A raw mail is read and, once it is filed, gone. Without ListBucket a missing one looks forbidden.
  'take-mail': (r) => [
    allow(['s3:GetObject', 's3:DeleteObject'], [`${r.inbox}/replies/*`]),
    allow(['s3:ListBucket'], [r.inbox]),
    useKey(r, 's3'),
  ],
  'keep-documents': (r) => [allow(['s3:PutObject', 's3:GetObject'], [`${r.bucket}/documents/*`]), useKey(r, 's3')],
  'read-documents': (r) => [allow(['s3:GetObject'], [`${r.bucket}/documents/*`]), openWithKey(r, 's3')],
  'send-mail': (r) => [
    allow(['ses:SendRawEmail'], [r.mailIdentity, r.mailConfiguration], {
      StringEquals: { 'ses:FromAddress': r.mailFrom },
    }),
  ],
  'start-phases': (r) => [allow(['states:StartExecution'], [...r.machines])],
  'send-results': (r) => [allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], [...r.machines])],
};

/** The policy statements behind a list of permissions. */
export function policyFor(permissions: readonly Permission[], resources: Resources): PolicyStatement[] {
  return permissions.flatMap((permission) => statements[permission](resources));
}
