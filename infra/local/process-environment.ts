import { forward } from './forward.ts';
import { EnvironmentConflict } from './lambda/environment.ts';

const installed = new Map<string, string>();

/** The value that an earlier host of this process set. */
export const earlierValue = (name: string): string | undefined => installed.get(name);

/**
 * Sets variables of this process, for the handlers that run in it. Handlers read them once; so a second host in the same
 * process may only repeat what the first one set. The database's address may differ: the old one then leads to it.
 * @throws EnvironmentConflict
 */
export async function installEnvironment(variables: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(variables)) {
    const earlier = installed.get(name);
    if (earlier === undefined || earlier === value) continue;
    if (!name.startsWith('AWS_ENDPOINT_URL_DYNAMODB')) {
      throw new EnvironmentConflict(
        `An earlier host in this process set ${name}=${earlier}; this one wants ${value}. Start it in a process of its own.`,
      );
    }
    await forward(new URL(earlier), new URL(value));
  }
  for (const [name, value] of Object.entries(variables)) {
    if (installed.has(name)) continue;
    installed.set(name, value);
    process.env[name] = value;
  }
}
