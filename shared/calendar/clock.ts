/** An instant as ISO 8601 in UTC with milliseconds, e.g. `2025-08-18T06:00:00.000Z`. Strings of this form sort by time. */
export type Instant = string;

/** A plain calendar date, `YYYY-MM-DD`, without time or zone. Strings of this form sort by date. */
export type IsoDate = string;

/** The only source of "now". Handed in everywhere; the edge (functions/edge, infra) makes one. */
export interface Clock {
  now(): Instant;
}
