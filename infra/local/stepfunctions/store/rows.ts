import type { SQLInputValue } from 'node:sqlite';
import { Payload } from '../running/payload.ts';
import type { Execution, Strand, Wait } from '../running/run.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The columns of a strand, in the table's order. Input and variables are kept as texts of their own: they are most of it. */
export function encodeStrand(execution: number, strand: Strand): SQLInputValue[] {
  const { id, input, variables, ...body } = strand;
  const calling = strand.wait?.kind === 'task' && strand.wait.call !== undefined ? 1 : null;
  return [execution, id, dueOf(strand.wait) ?? null, calling, input.text, variables.text, JSON.stringify(body)];
}

/** The strand of a row. */
export function decodeStrand(row: Row): Strand {
  return {
    ...(JSON.parse(String(row.body)) as Omit<Strand, 'id' | 'input' | 'variables'>),
    id: Number(row.id),
    input: Payload.ofText(String(row.input)),
    variables: Payload.ofText(String(row.variables)),
  };
}

/** The execution of a row. */
export function executionOf(row: Row): Execution {
  const entries = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as unknown as Execution;
}

/** When a wait ends by itself, in milliseconds; undefined for one that does not. */
export function dueOf(wait: Wait | undefined): number | undefined {
  switch (wait?.kind) {
    case 'time':
    case 'retry':
      return wait.until;
    case 'task': {
      const ends = [wait.timeoutAt, wait.heartbeatAt].filter((at) => at !== undefined);
      return ends.length === 0 ? undefined : Math.min(...ends);
    }
    default:
      return undefined;
  }
}
