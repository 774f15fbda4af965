import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** How long the program may take to end in order; what it has confirmed is on disk by then anyway. */
const ORDERLY_END_MS = 5_000;

/** A running database program and the watchdog that ends it when this process dies, however it dies. */
export interface DatabaseChild {
  readonly pid: number;
  /** Settles when the program has ended, with what it last printed. */
  readonly ended: Promise<string>;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts the program on a port. It may still fail; ask for its health. */
export function startChild(program: string, port: number, dataFile: string): DatabaseChild {
  // Sessions of their own: Ctrl-C reaches only the host, which then stops the database in order.
  const child = spawn(program, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', dataFile], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const watchdog = child.pid === undefined ? undefined : startWatchdog(child.pid);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.push(text);
      output.splice(0, output.length - 20);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => {
      watchdog?.kill('SIGKILL');
      resolve(output.join('').trim());
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    async end(signal) {
      child.kill(signal);
      const impatient = setTimeout(() => child.kill('SIGKILL'), ORDERLY_END_MS);
      await ended;
      clearTimeout(impatient);
    },
  };
}

/**
 * A shell that reads a pipe whose other end only this process holds: when this process ends, even by kill −9, the
 * system closes the pipe, the read returns and the shell ends the database.
 */
function startWatchdog(database: number): ChildProcess {
  const watchdog = spawn('/bin/sh', ['-c', 'read -r line; kill -9 "$1"', 'watchdog', String(database)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.stdin.on('error', () => {
    // The pipe carries nothing; it breaks when the watchdog is ended after its database.
  });
  return watchdog;
}

/** A port on 127.0.0.1 that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new TypeError())));
    });
  });
}
