import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidArn,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { HttpError, type Reply, type Request } from '../../../functions/pages/http.ts';
import { tag } from '../../../functions/pages/views/layout.ts';
import type { Host } from '../host.ts';
import { type Html, html, localReply, moment, table } from './layout.ts';
import type { Route } from './route.ts';

const SHOWN = 50;
let client: SFNClient | undefined;

/** The same client as everybody else's: what these pages show came over the wire. */
const workflows = (): SFNClient => {
  client ??= new SFNClient({});
  return client;
};

/** `/local/executions`: the newest executions of each phase. */
async function list(host: Host): Promise<Reply> {
  const tables = await Promise.all(
    host.installation.machines.map(async ({ arn, name }) => {
      const { executions = [] } = await workflows().send(
        new ListExecutionsCommand({ stateMachineArn: arn, maxResults: SHOWN }),
      );
      const rows = executions.map((e): readonly (string | Html)[] => [
        html`<a class="ds-link" href="/local/executions/${encodeURIComponent(e.executionArn ?? '')}">${e.name}</a>`,
        status(e.status ?? ''),
        moment(host, e.startDate?.toISOString() ?? ''),
        e.stopDate ? moment(host, e.stopDate.toISOString()) : '',
      ]);
      return table(name, ['Execution', 'Status', 'Started', 'Ended'], rows);
    }),
  );
  const dead = host.undelivered();
  const lost =
    dead.length > 0
      ? table(
          'Events that nobody took',
          ['Event', 'Rule', 'Error'],
          dead.map((e) => [String(e.id), e.rule, e.error]),
        )
      : '';
  return localReply(host, 'Workflows', html`${tables}${lost}`);
}

/** `/local/executions/{arn}`: one execution with its history. */
async function show(host: Host, { params }: Request): Promise<Reply> {
  const executionArn = params.arn ?? '';
  const { execution, events } = await read(executionArn);
  const rows = events.map((event) => {
    const { id, type, timestamp, previousEventId: _previous, ...details } = event;
    return [String(id), moment(host, timestamp?.toISOString() ?? ''), type ?? '', summary(details)];
  });
  const body = html`<div class="ds-card"><dl class="facts"><div><dt>Status</dt><dd>${status(execution.status ?? '')}</dd></div>
<div><dt>Input</dt><dd>${execution.input ?? ''}</dd></div>
${execution.error ? html`<div><dt>Error</dt><dd>${execution.error}: ${execution.cause ?? ''}</dd></div>` : ''}</dl></div>
${table('History', ['#', 'When', 'What', 'Details'], rows)}<p><a class="ds-link" href="/local/executions">All workflows</a></p>`;
  return localReply(host, execution.name ?? 'Execution', body);
}

async function read(executionArn: string) {
  try {
    const execution = await workflows().send(new DescribeExecutionCommand({ executionArn }));
    const { events = [] } = await workflows().send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
    return { execution, events };
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist || error instanceof InvalidArn) {
      throw new HttpError(404, 'There is no such execution', 'Choose one from the list of workflows.');
    }
    throw error;
  }
}

function status(name: string): Html {
  const kind = name === 'SUCCEEDED' ? 'good' : name === 'RUNNING' ? 'wait' : 'bad';
  return tag(name.toLowerCase().replace('_', ' '), kind);
}

/** The details of an event without task tokens, which are nobody's business but the store's. */
function summary(details: object): string {
  const text = Object.values(details)
    .filter((value) => typeof value === 'object')
    .map((value) => JSON.stringify(value))
    .join(' ');
  return text.replace(/(\\*"token\\*":\\*")[^"\\]+/gi, '$1…').slice(0, 400);
}

export const executionRoutes: readonly Route[] = [
  { path: '/local/executions', get: list },
  { path: '/local/executions/{arn}', get: show },
];
