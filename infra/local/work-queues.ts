import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { documentQueue, dueQueue, outboxQueue, payQueue } from '../../shared/store/keys.ts';
import type { Work, WorkOf } from './events/schedules.ts';
import type { QueueEntry, QueueMirror, ReadQueue } from './queue-mirror.ts';

/** Which queue a scheduled function works off; the handler knows it from shared/, the template does not say it. */
const queues: Readonly<Record<string, (institution: string) => string>> = {
  'sweep-deadlines': dueQueue,
  'deliver-outbox': outboxQueue,
  'make-document': documentQueue,
  'run-payments': payQueue,
};

/** Scheduled functions that look at everything, whether there is something to do or not. */
const lookAtAll: readonly string[] = ['check-books'];

/** A schedule calls a function of which the host does not know when it has work. */
export class NoQueue extends Error {
  override readonly name = 'NoQueue';
}

/** The work queues of all institutions together, in the order in which their entries are due. */
export function workQueues(mirror: QueueMirror, institutions: readonly string[]): WorkOf {
  return (functionArn) => {
    if (lookAtAll.some((known) => functionArn.endsWith(`-${known}`))) return undefined;
    const name = Object.keys(queues).find((known) => functionArn.endsWith(`-${known}`));
    const queue = queues[name ?? ''];
    if (!queue) throw new NoQueue(`A schedule calls ${functionArn}; say in work-queues.ts which queue it works off.`);
    return merged(mirror, institutions.map(queue));
  };
}

async function* merged(mirror: QueueMirror, names: readonly string[]): AsyncGenerator<Work> {
  const each = await Promise.all(names.map((name) => mirror.queue(name)));
  const all = each.length === 1 ? (each[0] ?? []) : each.flat().sort((a, b) => (a.place < b.place ? -1 : 1));
  for (const { pk, sk, queue, place } of all) {
    yield { id: `${queue} ${pk} ${sk} ${place}`, due: place.split('#')[0] ?? place };
  }
}

/** Reads a queue from the sparse index `work`. */
export function readQueue(client: DynamoDBClient, table: string): ReadQueue {
  return async (queue) => {
    const found: QueueEntry[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        IndexName: 'work',
        KeyConditionExpression: 'workPk = :queue',
        ExpressionAttributeValues: { ':queue': { S: queue } },
      },
    );
    for await (const { Items = [] } of pages) {
      for (const { pk, sk, workSk } of Items) {
        found.push({ pk: pk?.S ?? '', sk: sk?.S ?? '', queue, place: workSk?.S ?? '' });
      }
    }
    return found;
  };
}
