import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Deps } from '../../shared/mobility/perform.ts';
import { isCompiled, loadCompiled } from '../../shared/rulebook/compiled.ts';
import type { Rulebook } from '../../shared/rulebook/types.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { clientSettings, plain } from './clients.ts';
import { env } from './env.ts';
import { world } from './world.ts';

/** Store, rulebook, clock and ids, wired once per process. */
export const deps: Deps & { readonly rules: Rulebook } = {
  store: dynamoStore({
    client: plain(new DynamoDBClient(clientSettings)),
    tables: { cases: env.CASES_TABLE, ledger: env.LEDGER_TABLE },
    ...(world.onCapacity ? { onCapacity: world.onCapacity } : {}),
    ...(world.onCommit ? { onCommit: world.onCommit } : {}),
  }),
  rules: await rulebook(env.RULEBOOK),
  clock: world.clock,
  ids: world.ids,
};

/** Compiled rules where they are deployed; otherwise the YAML, whose reader no bundle holds (infra/aws/constructs). */
async function rulebook(folder: string | undefined): Promise<Rulebook> {
  if (folder !== undefined && isCompiled(folder)) return loadCompiled(folder);
  const { loadRulebook } = await import('../../shared/rulebook/loader.ts');
  return loadRulebook(folder);
}
