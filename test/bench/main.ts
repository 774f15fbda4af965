import { fork } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Figure, type Judged, judge, table } from './figures.ts';
import { parts } from './parts.ts';

/**
 * `npm run bench [-- PART …]`: measures each part in a process of its own, prints a table to standard error and JSON to
 * standard output. Ends with 0 whatever the figures say: a slow machine is no fault of the code.
 */
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}"; there are ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}

const figures: Judged[] = [];
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  process.stderr.write(`Measuring ${name} …\n`);
  figures.push(...(await measure(name)).map((figure) => judge(name, figure)));
}
process.stderr.write(`\n${table(figures)}`);
process.stdout.write(`${JSON.stringify({ machine: machine(), figures }, undefined, 2)}\n`);

/** Runs a part in a fresh process. */
function measure(name: string): Promise<Figure[]> {
  const child = fork(join(import.meta.dirname, 'part.ts'), [name], {
    execArgv: [...(parts[name]?.options ?? [])],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let answer: Figure[] | undefined;
    child.on('message', (message) => {
      answer = message as Figure[];
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (answer && code === 0) resolve(answer);
      else reject(new Error(`The part ${name} ended with ${signal ?? `code ${code}`} and no figures.`));
    });
  });
}

function machine() {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}
