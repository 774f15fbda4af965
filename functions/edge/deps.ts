import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Deps } from '../../shared/mobility/perform.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
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
  rules: loadRulebook(env.RULEBOOK),
  clock: world.clock,
  ids: world.ids,
};
