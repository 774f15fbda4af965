import type { Visit } from '../context.ts';
import type { Errors, Values } from '../form.ts';
import type { FormState } from '../views/fields.ts';
import type { Html } from '../views/layout.ts';
import type { PageWords } from '../words/index.ts';

/** What came of an action: done (what to say is in `dones`), wrong fields, a refusal of the whole, or a second look. */
export type Outcome =
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'wrong'; readonly errors: Errors; readonly status?: number }
  | { readonly kind: 'refused'; readonly sentence: string; readonly status?: number }
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

/** What is said at the top of the page after something was done. */
export const dones = {
  uploaded:
    'Thank you. Your confirmation of stay has been filed, and the international office has been asked to look at it.',
  reported: 'Thank you. It is noted that this is done.',
  withdrawn: 'It is noted. What follows is shown below.',
  ill: 'Your request and the certificate have arrived. The international office decides, and you will get a mail.',
  account:
    'Your new account has arrived. A second person looks at it before money goes there, and you will get a mail.',
  objected:
    'Your objection has arrived. Until the international office has decided you need not pay, and you will get a mail.',
  parts:
    'Your question has arrived. The international office answers by mail; until then the date of the demand stays.',
  code: 'A code is on its way. Type it below.',
} as const;

/** Beside them, what is said in the words of the reader. */
export type Done = keyof typeof dones | keyof PageWords['changes']['dones'];

/** What to say of something that was done; undefined for a word that is none of them. */
export function doneSentence({ words }: Visit, done: string): string | undefined {
  const all: Readonly<Record<string, string>> = { ...dones, ...words.changes.dones };
  return Object.hasOwn(all, done) ? all[done] : undefined;
}

export const failed = (...pairs: readonly (readonly [string, string])[]): Outcome => ({
  kind: 'wrong',
  errors: new Map(pairs),
});
