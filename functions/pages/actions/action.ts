import type { Refusal } from '../../../shared/grant/types.ts';
import type { Visit } from '../context.ts';
import type { Errors, Values } from '../form.ts';
import { type Refusable, refusalText } from '../refusals.ts';
import type { FormState } from '../views/fields.ts';
import type { Html } from '../views/layout.ts';
import type { PageWords } from '../words/index.ts';

/** What came of an action: done (what to say is among the words), wrong fields, a refusal of the whole, or a second look. */
export type Outcome =
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'wrong'; readonly errors: Errors; readonly status?: number }
  | { readonly kind: 'refused'; readonly sentence: string | Html; readonly status?: number }
  /** To be looked at once more before it counts; `mark` says what was shown. */
  | { readonly kind: 'look'; readonly html: Html; readonly mark: string };

/** What is typed into a form of the status page. */
export interface Sent {
  readonly values: Values;
  readonly file?: Uint8Array;
}

/** One thing that a participant can do on the status page. Its field names begin with its own name. */
export interface Action {
  readonly name: string;
  title(visit: Visit): string;
  /** Only what the case allows now is offered, and only that is done. */
  allowed(visit: Visit): boolean;
  readonly multipart?: boolean;
  /** Explanation and fields; the form around them is the page's. */
  fields(visit: Visit, form: FormState): Html;
  /** Its button or buttons. */
  buttons(visit: Visit, form: FormState): Html;
  act(visit: Visit, sent: Sent): Promise<Outcome>;
}

/** Something that was done, by the name of what is said of it at the top of the page. */
export type Done = keyof PageWords['actions']['dones'] | keyof PageWords['changes']['dones'];

/** What to say of something that was done; undefined for a word that is none of them. */
export function doneSentence({ words }: Visit, done: string): string | undefined {
  const all: Readonly<Record<string, string>> = { ...words.actions.dones, ...words.changes.dones };
  return Object.hasOwn(all, done) ? all[done] : undefined;
}

export const failed = (...pairs: readonly (readonly [string, string])[]): Outcome => ({
  kind: 'wrong',
  errors: new Map(pairs),
});

/** The case refused the whole. */
export const refusedBy = (visit: Visit, command: Refusable, refusal: Refusal): Outcome => ({
  kind: 'refused',
  sentence: refusalText(visit, command, refusal),
});
