import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, ProjectionType, StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { Table } from './constructs/table.ts';

/** Name of the sparse index over the work queues. */
export const WORK_INDEX = 'work';

/** Nobody rewrites the books, whatever rights they have otherwise (design.md §5). */
const appendOnly = new PolicyDocument({
  statements: [
    new PolicyStatement({
      sid: 'AppendOnly',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: [
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:PartiQLUpdate',
        'dynamodb:PartiQLDelete',
      ],
      resources: ['*'],
    }),
  ],
});

/** All that is kept: the cases, the books, the files, and the one key that encrypts them. */
export class Data extends Construct {
  readonly key: Key;
  readonly cases: Table;
  readonly ledger: Table;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: { readonly prefix: string }) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      alias: `alias/${props.prefix}`,
      description: 'Encrypts the cases, the ledger and the files.',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.cases = new Table(this, 'Cases', {
      tableName: `${props.prefix}-cases`,
      key: this.key,
      stream: StreamViewType.KEYS_ONLY,
    });
    this.cases.addGlobalSecondaryIndex({
      indexName: WORK_INDEX,
      partitionKey: { name: 'workPk', type: AttributeType.STRING },
      sortKey: { name: 'workSk', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.ledger = new Table(this, 'Ledger', {
      tableName: `${props.prefix}-ledger`,
      key: this.key,
      resourcePolicy: appendOnly,
    });
    this.bucket = this.makeBucket();
  }

  private makeBucket(): Bucket {
    const bucket = new Bucket(this, 'Files', {
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // The construct's own switch is a custom resource with a Lambda behind it; the plain property says it in the template.
    const resource = bucket.node.defaultChild;
    if (!(resource instanceof CfnBucket)) throw new TypeError('The bucket has no bucket resource.');
    resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    return bucket;
  }
}
