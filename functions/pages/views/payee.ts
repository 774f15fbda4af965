import type { VoucherProfile } from '../../../shared/rulebook/types.ts';
import type { PayeeFields } from '../account.ts';
import { type FormState, input } from './fields.ts';
import { type Html, html } from './layout.ts';

/** Where an institution pays by vouchers: the unit that gets the grant, and no bank account. */
export function costCentreFields(form: FormState, { voucher }: VoucherProfile, names: PayeeFields): Html {
  return html`<div class="pair">${input(form, {
    name: names.unit,
    label: 'Your unit or faculty',
    hint: 'The grant is paid to it, not to you.',
  })}${input(form, {
    name: names.costCentre,
    label: 'Its cost centre',
    hint: `${voucher.costCentre.digits} digits, for example ${voucher.costCentre.example}.`,
    inputmode: 'numeric',
    look: 'short',
  })}</div>`;
}
