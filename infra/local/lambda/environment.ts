import type { FunctionDefinition } from '../template/types.ts';

/** Two functions want different values in one variable; in one process both cannot have theirs. */
export class EnvironmentConflict extends Error {
  override readonly name = 'EnvironmentConflict';
}

/** Variables that only make sense inside Lambda. */
const NOT_HERE = new Set(['NODE_OPTIONS', 'RULEBOOK']);

/**
 * The environment of all functions together, since they share this process.
 * @throws EnvironmentConflict
 */
export function sharedEnvironment(functions: readonly FunctionDefinition[]): Record<string, string> {
  const shared: Record<string, string> = {};
  for (const { name, environment } of functions) {
    for (const [variable, value] of Object.entries(environment)) {
      if (NOT_HERE.has(variable)) continue;
      const other = shared[variable];
      if (other !== undefined && other !== value) {
        throw new EnvironmentConflict(`${name} wants ${variable}=${value}, another function wants ${other}.`);
      }
      shared[variable] = value;
    }
  }
  return shared;
}

/**
 * What makes the real AWS clients speak to this machine only. Credentials are placeholders: nothing checks them, and
 * with them no client can reach a real account by mistake.
 */
export function awsEnvironment(
  region: string,
  endpoints: { readonly dynamodb: string; readonly aws: string },
): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: '',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SFN: `${endpoints.aws}/sfn`,
    AWS_ENDPOINT_URL_SES: `${endpoints.aws}/ses`,
    AWS_ENDPOINT_URL_S3: `${endpoints.aws}/s3`,
  };
}
