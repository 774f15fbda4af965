import type { Instant } from '../../shared/calendar/clock.ts';
import type { ClockMode } from './clock.ts';

export interface HostOptions {
  /** Folder of everything that is kept; made when it is not there. */
  readonly dataDir: string;
  /** Port of the pages; 0 (the default) takes any free one. */
  readonly port?: number;
  /** Port for answers by SMTP; 0 takes any free one. Without it there is none. */
  readonly smtpPort?: number;
  /** Address of the pages as mails name it, when it is not the one that they are served at. */
  readonly publicUrl?: string;
  /** `frozen` by default: time moves only when told to. */
  readonly clock?: ClockMode;
  /** Where the clock of a new folder begins; now, when absent. */
  readonly startAt?: Instant;
  /** Makes every id and secret follow from it. For replays and tests; whoever knows it knows every secret. */
  readonly seed?: string;
  /** Folder of the rulebook, when it is not the one that ships with the code. */
  readonly rulebook?: string;
  /** Project folder; by default the one that this file lies in. */
  readonly root?: string;
  /** The CDK app to synthesise, when it is not infra/aws/app.ts. */
  readonly app?: string;
  /** Called when a visitor of the local pages wants to begin with an empty folder; without it nobody can. */
  readonly onBeginAnew?: () => void;
  /** Gets one line for everything that went wrong: ids and names only. Standard error by default. */
  readonly report?: (line: string) => void;
  /** Handlers that run at one time. */
  readonly concurrency?: number;
  /** False leaves the PDFs of documents unmade: they wait in their outbox for a host that makes them. */
  readonly documents?: boolean;
  /** False keeps the database's place in the stream in memory: quicker, for runs that begin empty and are not continued. */
  readonly durableStream?: boolean;
}
