import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works on the same folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  constructor(dataDir: string) {
    super(
      `Another Wayfare is running on ${dataDir}. Stop it first, or give this one a folder of its own: WAYFARE_DATA=/some/folder.`,
    );
  }
}

/**
 * Takes the folder for this process. The lock is one that the operating system holds on an open file, so that it is gone
 * with the process, however that dies. Gives the function that releases it.
 * @throws AlreadyRunning
 */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = new DatabaseSync(join(dataDir, 'lock.sqlite'));
  try {
    file.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (error instanceof Error && /locked|busy/.test(error.message)) throw new AlreadyRunning(dataDir);
    throw error;
  }
  return () => file.close();
}
