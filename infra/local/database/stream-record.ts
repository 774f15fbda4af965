import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';

/** One record as Lambda hands it to a function in a DynamoDBStreamEvent; the stream is KEYS_ONLY. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: string;
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    /** Seconds since 1970, by the database's own clock and not the movable one. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Record<string, { readonly S: string }>;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: 'KEYS_ONLY';
  };
}

/** The SDK's form of a record in Lambda's. */
export function streamRecord(record: _Record, stream: string): StreamRecord {
  const { eventName, dynamodb } = record;
  if (eventName === undefined || dynamodb?.SequenceNumber === undefined) {
    throw new TypeError(`The stream ${stream} gave a record without a name or number; is this a DynamoDB server?`);
  }
  return {
    eventID: record.eventID ?? dynamodb.SequenceNumber,
    eventName,
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion ?? 'local',
    eventSourceARN: stream,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor((dynamodb.ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
      Keys: textKeys(dynamodb.Keys ?? {}),
      SequenceNumber: dynamodb.SequenceNumber,
      SizeBytes: dynamodb.SizeBytes ?? 0,
      StreamViewType: 'KEYS_ONLY',
    },
  };
}

/** Both tables have text keys only. */
function textKeys(keys: Record<string, AttributeValue>): Record<string, { S: string }> {
  return Object.fromEntries(Object.entries(keys).flatMap(([name, value]) => (value.S ? [[name, { S: value.S }]] : [])));
}
