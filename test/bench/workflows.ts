import type { Figure } from './figures.ts';
import { benchStepFunctions } from './stepfunctions.ts';

/** The local workflow engine on a database file of its own. */
export async function benchWorkflows(): Promise<Figure[]> {
  const { executionsPerSecond, transitionsPerSecond, heapBytesPerParked, reopenMs } = await benchStepFunctions();
  return [
    {
      name: 'ten-state executions on disk',
      value: executionsPerSecond,
      unit: '/s',
      target: { atLeast: 1000 },
      how: '5 000 executions of ten states (three Lambda calls that answer at once), 250 started at a time, each state committed to SQLite; 500 before it to warm up.',
    },
    {
      name: 'state transitions on disk',
      value: transitionsPerSecond,
      unit: '/s',
      how: 'State entries of the same run.',
    },
    {
      name: 'heap per parked execution',
      value: heapBytesPerParked,
      unit: 'bytes',
      target: { atMost: 1024 },
      how: 'Used heap after 10 000 executions wait for an answer, less that before, each after two full collections.',
    },
    {
      name: 'opening the file again with 10 000 parked',
      value: reopenMs,
      unit: 'ms',
      how: 'A new engine on the same file, until it knows when the next timer is due.',
    },
  ];
}
