import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import type { Store } from '../../shared/store/port.ts';
import { serveAws } from './aws-endpoints.ts';
import { PretendBank } from './bank/bank.ts';
import { BANK, bankRule, incomingKey, takeFile } from './bank-gate.ts';
import { Changes, watchedStream } from './changes.ts';
import type { LocalDatabase } from './database/database.ts';
import type { StreamReader } from './database/streams.ts';
import { Driver } from './driver.ts';
import { EventBus, type InvokeFunction } from './events/bus.ts';
import { StreamPump } from './events/pump.ts';
import { Schedules } from './events/schedules.ts';
import {
  type Ground,
  type GroundOptions,
  openGround,
  openRecords,
  POLL_LIMIT,
  prepareEnvironment,
  REGION,
  type Records,
  randomOf,
} from './ground.ts';
import { LambdaRunner } from './lambda/runner.ts';
import { MailEvents } from './mail/events.ts';
import { Mailbox } from './mail/mailbox.ts';
import { POSTBOX, Postbox, postboxRule } from './mail/postbox.ts';
import { SesServer } from './mail/ses.ts';
import { Meter } from './meter.ts';
import { QueueMirror } from './queue-mirror.ts';
import type { Objects } from './s3/objects.ts';
import { S3Server } from './s3/server.ts';
import { createStepFunctionsEndpoint } from './stepfunctions/endpoint.ts';
import { Engine } from './stepfunctions/engine.ts';
import { openStorage, putObject } from './storage.ts';
import { readQueue, workQueues } from './work-queues.ts';
import { bankWorker, engineWorker, eventWorker, mailWorker, scheduleWorker, streamWorker } from './workers.ts';
import { enterWorld } from './world.ts';

/** Everything a host consists of, wired. */
export interface Parts extends Ground {
  readonly database: LocalDatabase;
  readonly client: DynamoDBClient;
  readonly readers: readonly StreamReader[];
  readonly store: Store;
  readonly runner: LambdaRunner;
  readonly bus: EventBus;
  readonly objects: Objects;
  readonly bucket: string;
  readonly mailbox: Mailbox;
  /** Where answers come in, when the installation takes any. */
  readonly postbox: Postbox | undefined;
  readonly engine: Engine;
  readonly bank: PretendBank;
  readonly meter: Meter;
  readonly driver: Driver;
}

type Report = (line: string) => void;

/** Opens and wires all parts; nothing of it works yet by itself. */
export async function assemble(options: GroundOptions): Promise<Parts> {
  const report: Report = options.report ?? ((line) => console.error(line));
  const ground = await openGround(options);
  try {
    return await assembleOn(ground, options, report);
  } catch (error) {
    await ground.web.close();
    ground.file.close();
    throw error;
  }
}

async function assembleOn(ground: Ground, options: GroundOptions, report: Report): Promise<Parts> {
  const records = await openRecords(ground, options);
  try {
    return await start(ground, records, options, report);
  } catch (error) {
    await records.database.stop();
    throw error;
  }
}

async function start(ground: Ground, records: Records, options: GroundOptions, report: Report): Promise<Parts> {
  const environment = await prepareEnvironment(ground, records, options);
  const meter = new Meter();
  const changes = new Changes();
  enterWorld({ clock: ground.clock, ids: ground.ids, onCapacity: meter.capacity, onCommit: changes.committed });

  const parts = wire(options, ground, records, environment, { meter, changes, report });
  serveAws(
    {
      sfn: createStepFunctionsEndpoint(parts.engine),
      ses: serve(new SesServer(parts.mailbox)),
      s3: metered(
        meter,
        serve(
          new S3Server(
            ground.installation.buckets.map(({ name }) => name),
            parts.objects,
          ),
        ),
      ),
    },
    report,
  );
  await parts.runner.load();
  parts.engine.loadMachines(ground.installation.machines);
  parts.engine.start();
  return parts;
}

function wire(
  options: GroundOptions,
  ground: Ground,
  records: Records,
  environment: Readonly<Record<string, string>>,
  { meter, changes, report }: { readonly meter: Meter; readonly changes: Changes; readonly report: Report },
): Parts {
  const { clock, ids, file, installation, rules } = ground;
  const { client } = records;
  const bucket = environment.BUCKET ?? '';
  const cases = environment.CASES_TABLE ?? '';
  const institutions = rules.institutions();

  let nudge = (): void => undefined;
  const runner = new LambdaRunner({
    root: options.root,
    functions: installation.functions,
    ids,
    ...(options.concurrency ? { concurrency: options.concurrency } : {}),
    after: () => nudge(),
  });
  const [receipt] = installation.receipts;
  const invoke: InvokeFunction = (target, event) => {
    if (target === BANK) return takeFile(event, bucket, objects, bank);
    // The bus adds its own frame to what the mail service hands a function.
    if (target === POSTBOX) return runner.invoke(receipt?.functionArn ?? '', (event as { detail: unknown }).detail);
    return runner.invoke(target, event);
  };
  const bus = new EventBus(file, [...installation.rules, bankRule(bucket), postboxRule], invoke, report);
  const mails = new MailEvents(file, clock, bus, installation.mail);
  const objects = openStorage({
    dataDir: options.dataDir,
    file,
    clock,
    ids,
    bus,
    region: REGION,
    buckets: installation.buckets,
  });
  const engine = new Engine({
    clock,
    database: join(options.dataDir, 'workflows.sqlite'),
    invokeLambda: (target, payload) => runner.invoke(target, payload),
    random: randomOf(options),
    onBusyChange: (busy) => busy || nudge(),
  });
  const bank = new PretendBank({
    clock,
    database: join(options.dataDir, 'bank.sqlite'),
    customers: Object.fromEntries(institutions.map((institution) => [institution.id, institution.bank])),
    deliver: async (institution, fileName, bytes) => {
      await putObject(
        objects,
        {
          bucket,
          key: incomingKey(institution, fileName),
          type: fileName.endsWith('.csv') ? 'text/csv' : 'application/xml',
        },
        bytes,
      );
    },
  });
  const pumps = installation.streams.map((stream) => {
    const source = records.readers.get(stream.functionName);
    if (!source) throw new TypeError(`The stream of ${stream.table} has no reader.`);
    return new StreamPump({
      stream,
      source: watchedStream(source, { stream, changes, limit: POLL_LIMIT }),
      invoke,
      report,
    });
  });
  const mirror = new QueueMirror(readQueue(client, cases));
  changes.follow(mirror.follow);
  const queues = workQueues(
    mirror,
    institutions.map(({ id }) => id),
  );
  const schedules = new Schedules(installation.schedules, clock, queues, { inPassing: options.clock === 'live' });
  const driver = new Driver(
    clock,
    [
      ...pumps.map(streamWorker),
      engineWorker(engine, clock),
      mailWorker(mails),
      eventWorker(bus),
      bankWorker(bank, clock),
      scheduleWorker(schedules, invoke, report),
    ],
    report,
  );
  nudge = () => driver.nudge();
  return {
    ...ground,
    ...records,
    readers: [...records.readers.values()],
    store: dynamoStore({
      client,
      tables: { cases, ledger: environment.LEDGER_TABLE ?? '' },
      // Not metered, for it is not the system that reads and writes here; but what it writes is news.
      onCommit: changes.committed,
    }),
    runner,
    bus,
    objects,
    bucket,
    mailbox: new Mailbox(file, clock, ids, mails),
    postbox: receipt && new Postbox({ receipt, objects, bus, clock, ids }),
    engine,
    bank,
    meter,
    driver,
  };
}

type Handle = (
  incoming: Parameters<S3Server['handle']>[0],
  response: Parameters<S3Server['handle']>[1],
) => Promise<void>;

const serve =
  (server: { readonly handle: Handle }): Handle =>
  (incoming, response) =>
    server.handle(incoming, response);

/** Counts requests as S3 bills them: listing costs as much as writing. */
function metered(meter: Meter, handle: Handle): Handle {
  return (incoming, response) => {
    const listing = incoming.url?.includes('list-type=');
    meter.object(incoming.method === 'PUT' || listing ? 'writes' : 'reads');
    return handle(incoming, response);
  };
}
