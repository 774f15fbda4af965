import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { EffectPorts } from '../../shared/mobility/outbox.ts';
import { clientSettings, plain } from './clients.ts';
import { setting } from './env.ts';

const client = plain(new SFNClient(clientSettings));

const alreadyThere = ['ExecutionAlreadyExists'];
const alreadyAnswered = ['TaskTimedOut', 'TaskDoesNotExist'];

/** Step Functions, as the outbox uses it. */
export const workflows: Pick<EffectPorts, 'startPhase' | 'sendResult'> = {
  async startPhase(phase, name, input) {
    try {
      await client.send(
        new StartExecutionCommand({
          stateMachineArn: `${setting('MACHINE_PREFIX')}${phase}`,
          name,
          input: JSON.stringify(input),
        }),
      );
    } catch (error) {
      if (!named(error, alreadyThere)) throw error;
    }
  },

  async sendResult(taskToken, output) {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
      return 'sent';
    } catch (error) {
      // Expired or answered already; which of both does not matter, since the case keeps the answer.
      if (named(error, alreadyAnswered)) return 'gone';
      throw error;
    }
  },
};

function named(error: unknown, names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
