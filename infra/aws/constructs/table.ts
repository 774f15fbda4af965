import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  Table as CdkTable,
  type StreamViewType,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface TableProps {
  readonly tableName: string;
  readonly key: IKey;
  readonly stream?: StreamViewType;
  /** Who may never do what, whatever their own rights say. */
  readonly resourcePolicy?: PolicyDocument;
}

/** The house table: keys `pk`/`sk`, paid per request, restorable to any second of 35 days, protected against deletion, encrypted with our key. */
export class Table extends CdkTable {
  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id, {
      tableName: props.tableName,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      ...(props.stream ? { stream: props.stream } : {}),
      ...(props.resourcePolicy ? { resourcePolicy: props.resourcePolicy } : {}),
    });
  }
}
