import { perform } from '../../../infra/local/stepfunctions/api/actions.ts';
import { Request } from '../../../infra/local/stepfunctions/api/request.ts';
import { Engine } from '../../../infra/local/stepfunctions/engine.ts';

/**
 * Starts executions of machine `m` for ever and prints the name of each that was answered; restart.test.ts kills it.
 * Half of its calls never return, so that some are under way whenever the end comes.
 */
const engine = new Engine({
  clock: { now: () => '2025-08-18T06:00:00.000Z' },
  database: process.argv[2] ?? ':memory:',
  random: () => 0.5,
  invokeLambda: async (_name, payload) => {
    const { i } = payload as { i: number };
    return i % 2 === 0 ? i : new Promise(() => {});
  },
});
engine.start();
setInterval(() => {}, 1000);
for (let i = 0; ; i += 1) {
  const stateMachineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:m';
  const body = JSON.stringify({ stateMachineArn, name: `e${i}`, input: JSON.stringify({ i }) });
  const { executionArn } = (await perform(engine, 'StartExecution', Request.parse(body))) as { executionArn: string };
  process.stdout.write(`${executionArn} ${i}.\n`);
}
