import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A place in a table's stream: everything up to and including this record has been handled. */
export interface Position {
  readonly stream: string;
  readonly shard: string;
  readonly sequence: string;
}

/** Where a reader keeps its position. */
export interface Checkpoint {
  read(): Position | undefined;
  write(position: Position): void;
}

/** Keeps the position in a file, replaced whole: after a crash it holds the old position or the new one. */
export function fileCheckpoint(file: string): Checkpoint {
  mkdirSync(path.dirname(file), { recursive: true });
  return {
    read: () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Position) : undefined),
    write(position) {
      writeFileSync(`${file}.new`, JSON.stringify(position));
      renameSync(`${file}.new`, file);
    },
  };
}

/** Keeps the position while the process lives, for runs that begin with an empty database. */
export function memoryCheckpoint(): Checkpoint {
  let position: Position | undefined;
  return {
    read: () => position,
    write(next) {
      position = next;
    },
  };
}
