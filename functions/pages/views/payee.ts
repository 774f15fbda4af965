import type { VoucherProfile } from '../../../shared/rulebook/types.ts';
import type { PayeeFields } from '../account.ts';
import type { PageWords } from '../words/index.ts';
import { type FormState, input } from './fields.ts';
import { type Html, html } from './layout.ts';

/** Where an institution pays by vouchers: the unit that gets the grant, and no bank account. */
export function costCentreFields(
  form: FormState,
  { voucher }: VoucherProfile,
  names: PayeeFields,
  { form: { payee: w } }: PageWords,
): Html {
  const { digits, example } = voucher.costCentre;
  return html`<div class="pair">${input(form, {
    name: names.unit,
    label: w.unit,
    hint: w.unitHint,
  })}${input(form, {
    name: names.costCentre,
    label: w.costCentre,
    hint: w.costCentreHint(digits, example),
    inputmode: 'numeric',
    look: 'short',
  })}</div>`;
}
