import type { Instant } from '../../../shared/calendar/clock.ts';
import type { Mobility } from '../../../shared/mobility/case.ts';
import type { Institution } from '../../../shared/rulebook/types.ts';

/** One mail of the case, as the mailbox has it. */
export interface TourMail {
  readonly id: number;
  readonly to: string;
  readonly subject: string;
  /** Which of the system's mails it is, e.g. `agreement-to-sign`. */
  readonly notice: string;
  /** Path of its link, when it carries one: `/l/…`. */
  readonly link?: string;
}

/** All that the tour looks at: it ticks itself off from what really happened. */
export interface TourState {
  /** The newest case; undefined before the first application. */
  readonly mobility: Mobility | undefined;
  /** Mails of that case, newest first. */
  readonly mails: readonly TourMail[];
  readonly now: Instant;
  /** Where the tour applies. */
  readonly institution: Institution;
  /** How many mails there are in all: makes each prefilled applicant another person. */
  readonly visitor: number;
}

/** What a button of the tour makes happen; the page then shows the tour again. */
export const moves = ['until-paid', 'until-host-asked', 'until-settled', 'until-closed', 'pay-back'] as const;
export type Move = (typeof moves)[number];

export interface TourStep {
  readonly title: string;
  readonly state: 'done' | 'now' | 'later';
  /** What to do, or what has happened. */
  readonly text: string;
  /** Where to go; the first is the main one. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly move?: { readonly label: string; readonly move: Move };
}
