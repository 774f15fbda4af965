/** What a command reads and writes, handed in so that a test can look at it. */
export interface Io {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Runs one command with the arguments behind its name and gives the exit code: 0 done, 2 the input has to be changed. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** Input that a person has to change; the message says how. The dispatcher prints it and exits with 2. */
export class BadInput extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadInput';
  }
}
