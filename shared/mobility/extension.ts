import type { Instant, IsoDate } from '../calendar/clock.ts';
import type { Money } from '../money/money.ts';
import type { Mobility } from './case.ts';

/** A later end of the stay that the participant has asked for. */
export interface Extension {
  readonly at: Instant;
  readonly end: IsoDate;
  readonly reason: string;
  readonly decision?: ExtensionDecision;
}

export type ExtensionDecision = { readonly by: string; readonly at: Instant } & (
  | { readonly granted: true }
  | { readonly granted: false; readonly answer: string }
);

/** One change of a signed agreement: asked for by the participant with a one-time code, granted by the institution. */
export interface Amendment {
  readonly askedAt: Instant;
  readonly grantedAt: Instant;
  readonly by: string;
  readonly before: { readonly end: IsoDate; readonly amount: Money };
  readonly end: IsoDate;
  readonly amount: Money;
}

/**
 * The extension that the office has to decide on. One whose stay has ended meanwhile, or was given up, has lost its object.
 */
export function openExtension({ state, extensions, withdrawal }: Mobility): Extension | undefined {
  const last = extensions?.at(-1);
  return state === 'signed' && !withdrawal && last && !last.decision ? last : undefined;
}
