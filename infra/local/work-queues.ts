import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { dueQueue, outboxQueue, payQueue } from '../../shared/store/keys.ts';
import type { Work, WorkOf } from './events/schedules.ts';

export interface WorkQueuesOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly institutions: readonly string[];
}

/** Which queue a scheduled function works off; the handler knows it from shared/, the template does not say it. */
const queues: Readonly<Record<string, (institution: string) => string>> = {
  'sweep-deadlines': dueQueue,
  'deliver-outbox': outboxQueue,
  'run-payments': payQueue,
};

/** A schedule calls a function of which the host does not know when it has work. */
export class NoQueue extends Error {
  override readonly name = 'NoQueue';
}

/** Looks into the work queues (the sparse index `work`) of all institutions, in the order in which entries are due. */
export function workQueues({ client, table, institutions }: WorkQueuesOptions): WorkOf {
  return (functionArn) => {
    const name = Object.keys(queues).find((known) => functionArn.endsWith(`-${known}`));
    const queue = queues[name ?? ''];
    if (!queue) throw new NoQueue(`A schedule calls ${functionArn}; say in work-queues.ts which queue it works off.`);
    return merged(institutions.map((institution) => entries(client, table, queue(institution))));
  };
}

async function* entries(client: DynamoDBClient, table: string, queue: string): AsyncGenerator<Work> {
  const pages = paginateQuery(
    { client, pageSize: 10 },
    {
      TableName: table,
      IndexName: 'work',
      KeyConditionExpression: 'workPk = :queue',
      ExpressionAttributeValues: { ':queue': { S: queue } },
    },
  );
  for await (const { Items = [] } of pages) {
    for (const { pk, sk, workSk } of Items) {
      const place = workSk?.S ?? '';
      yield { id: `${queue} ${pk?.S} ${sk?.S} ${place}`, due: place.split('#')[0] ?? place };
    }
  }
}

/** Merges sorted sources into one, reading from each only as far as needed. */
async function* merged(sources: readonly AsyncGenerator<Work>[]): AsyncGenerator<Work> {
  const heads = await Promise.all(sources.map(async (source) => ({ source, next: await source.next() })));
  for (;;) {
    const open = heads.filter((head) => !head.next.done);
    const first = open.toSorted((a, b) => (dueOf(a.next) < dueOf(b.next) ? -1 : 1))[0];
    if (!first || first.next.done) return;
    yield first.next.value;
    first.next = await first.source.next();
  }
}

const dueOf = (result: IteratorResult<Work>): string => (result.done ? '' : result.value.due);
