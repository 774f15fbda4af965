import type { Visit } from '../context.ts';
import type { FieldReader } from '../form.ts';
import { type FormState, radios, textarea } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { nameField, readName } from './deed.ts';

/** The words of a yes or no to what a participant has asked for. */
interface AnswerWords {
  readonly choice: string;
  readonly choiceMissing: string;
  readonly refuse: string;
  readonly refuseHint: string;
  readonly answer: string;
  readonly answerHint: string;
  readonly answerMissing: string;
}

/** Yes, in the words of the request, or no with an answer that the participant reads; and who says so. */
export function answerFields(
  visit: Visit,
  form: FormState,
  w: AnswerWords,
  yes: { readonly value: string; readonly label: string; readonly hint: string },
  nameHint?: string,
): Html {
  const options = [yes, { value: 'refuse', label: w.refuse, hint: w.refuseHint }];
  return html`${radios(form, { name: 'choice', label: w.choice, options })}${textarea(form, {
    name: 'answer',
    label: w.answer,
    hint: w.answerHint,
  })}${nameField(visit, form, nameHint)}`;
}

/** What was chosen, by whom; a refusal needs its answer. Counts only when the reader has no errors. */
export function readAnswer<Yes extends string>(fields: FieldReader, visit: Visit, w: AnswerWords, yes: Yes) {
  const choice = fields.choice('choice', [yes, 'refuse'], w.choiceMissing);
  const answer = choice === 'refuse' ? fields.lines('answer', w.answerMissing, 1000) : '';
  const by = readName(fields, visit);
  return choice === 'refuse' ? ({ choice, answer, by } as const) : { choice: yes, by };
}
