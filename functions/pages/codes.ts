import { addDuration } from '../../shared/calendar/zones.ts';
import { addressOf, mailboxFor } from '../../shared/mail/addresses.ts';
import { CODE_MINUTES, checkCode, requestCode, WRONG_TRIES } from '../../shared/mail/codes.ts';
import type { Visit } from './context.ts';
import { one, type Values } from './form.ts';
import type { FormState } from './views/fields.ts';
import { fieldError, input } from './views/fields.ts';
import { type Html, html } from './views/layout.ts';

/** The part of a form that proves who acts: a code is sent to the mail address on file, and typed here. */

/** Where the code goes, as far as the reader need know: `i•••@student.nhh.example`. */
export function codeAddress(visit: Visit): string {
  const { mobility, institution, link } = visit;
  const { email } = addressOf(mobility, institution, mailboxFor(mobility, link.recipient) ?? link.recipient);
  return email.replace(/^(.)[^@]*@/, '$1•••@');
}

/** A code that can still be typed was asked for, so that the field for it is shown. */
export function codeExpected({ link, now }: Visit): boolean {
  const last = link.codesAsked.at(-1);
  if (last === undefined || link.codeDone === link.codeCount) return false;
  if (link.code) return link.code.expiresAt > now && link.code.wrong < WRONG_TRIES;
  // The mail with it is still on its way; the code is made when it leaves.
  return addDuration(last, { minutes: CODE_MINUTES }) > now;
}

/**
 * The buttons of a form that needs a code. First only “send me a code”; then the field and the deed itself, which comes
 * first in the form so that the Enter key means it. `field`: of a form that stands beside another one with a code.
 */
export function codeButtons(visit: Visit, form: FormState, deed: string, field = 'code'): Html {
  const address = codeAddress(visit);
  const { code: w } = visit.words.form;
  if (!codeExpected(visit)) {
    return html`<p>${w.why(address)}</p>
${fieldError(form, field)}<div class="buttons"><button class="ds-button" id="${field}" name="do" value="send-code">${w.send}</button></div>`;
  }
  return html`${input(form, {
    name: field,
    label: w.label,
    hint: w.hint(address, CODE_MINUTES),
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    look: 'code',
  })}<div class="buttons"><button class="ds-button">${deed}</button><button class="ds-button" data-variant="secondary" name="do" value="send-code">${w.sendAnother}</button></div>`;
}

export const wantsCode = (values: Values): boolean => one(values, 'do') === 'send-code';

/** Asks for a code. Gives the sentence to show: that it is on its way, or from when one can be asked for again. */
export async function sendCode(visit: Visit): Promise<{ readonly ok: boolean; readonly sentence: string }> {
  const asked = await requestCode(visit.deps.store, visit.link, visit.now);
  const { code: w } = visit.words.form;
  return asked.kind === 'asked'
    ? { ok: true, sentence: w.onItsWay(codeAddress(visit)) }
    : { ok: false, sentence: w.tooMany(visit.say.moment(asked.again)) };
}

/** Checks the typed code; undefined when it is right, and used up by that. Otherwise what is wrong with it. */
export async function codeProblem(visit: Visit, values: Values, field = 'code'): Promise<string | undefined> {
  const typed = one(values, field);
  const { code: w } = visit.words.form;
  if (typed.trim() === '') return w.missing;
  const checked = await checkCode(visit.deps.store, visit.link, typed, visit.now);
  switch (checked.kind) {
    case 'ok':
      return undefined;
    case 'wrong':
      return w.wrong(checked.left);
    case 'locked':
      return w.locked;
    case 'expired':
      return w.expired(CODE_MINUTES);
    case 'none':
      return w.none;
  }
}
