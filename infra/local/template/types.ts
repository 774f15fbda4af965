import type { TemplateTable } from '../database/tables.ts';
import type { Transformer } from '../events/transform.ts';

/** What the local host takes from the synthesised template, with local names and ARNs. */
export interface Installation {
  readonly tables: readonly TemplateTable[];
  readonly buckets: readonly BucketDefinition[];
  readonly functions: readonly FunctionDefinition[];
  readonly machines: readonly MachineDefinition[];
  readonly schedules: readonly ScheduleDefinition[];
  readonly rules: readonly RuleDefinition[];
  readonly streams: readonly StreamDefinition[];
  /** Absent: nothing is published of what becomes of mails. */
  readonly mail?: MailConfiguration;
  /** ARN of the function that answers every page (`$default` route). */
  readonly pages: string;
  /** What happens to mails that come in; none where nobody can answer by mail. */
  readonly receipts: readonly ReceiptDefinition[];
}

export interface ReceiptDefinition {
  readonly domain: string;
  readonly bucket: string;
  /** Key of a raw mail: this and the id that the mail service gives it. */
  readonly prefix: string;
  readonly functionArn: string;
}

export interface BucketDefinition {
  readonly name: string;
  /** Tells the event bus about new objects. */
  readonly announces: boolean;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  /** Module that exports `handler`, relative to the project. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
}

export interface MachineDefinition {
  readonly name: string;
  readonly arn: string;
  /** Amazon States Language with the substitutions made. */
  readonly definition: string;
}

export interface ScheduleDefinition {
  readonly name: string;
  readonly expression: string;
  readonly functionArn: string;
  readonly input: unknown;
}

export interface RuleDefinition {
  readonly name: string;
  readonly pattern: unknown;
  readonly functionArns: readonly string[];
  /** What the functions get of an event; without it, all of it. */
  readonly transform?: Transformer;
}

/** The configuration set that mails are sent with, and what it publishes of them. */
export interface MailConfiguration {
  readonly name: string;
  readonly events: readonly string[];
}

export interface StreamDefinition {
  readonly table: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly retryAttempts: number;
  /** A record is handed over when it matches any of these; no pattern means every record. */
  readonly patterns: readonly unknown[];
}
