import { institutionOf } from '../mobility/perform.ts';
import { accountText, maskAccount, profileAccount } from './accounts.ts';
import { hearBookings } from './hear-bookings.ts';
import type { Hearing } from './hearing.ts';
import { followStatements } from './statement-gap.ts';
import type { Booking, Notification, SeveralAccounts } from './types.ts';

/**
 * Hears what a file says of the institution's accounts: the one that it pays from, and the further ones of its bank
 * profile. What it says of an account of somebody else is a task for that part; the rest of the file is heard.
 */
export async function hearAccounts(hearing: Hearing, file: Notification | SeveralAccounts): Promise<void> {
  const [main, ...further] = accountsOf(hearing);
  const parts = (file.kind === 'accounts' ? file.parts : [file]).map((part) => ({ part, account: canonical(part) }));
  const ours = parts.filter(({ account }) => account === main || further.includes(account));
  for (const { part, account } of parts) {
    if (!ours.some((one) => one.part === part)) await wrongAccount(hearing, part, account);
  }
  // All accounts together: a payment that was debited on two of them was debited twice.
  const bookings = ours.flatMap(({ part, account }) =>
    account === main ? part.bookings : part.bookings.map((booking) => onFurther(booking, account)),
  );
  await hearBookings(hearing, { source: file.source, bookings });
  for (const { part, account } of ours) if (part.balances) await followStatements(hearing, account, part.balances);
}

/** The accounts whose movements count, the one that payments leave from first. */
function accountsOf({ deps, institution }: Hearing): readonly string[] {
  const { bank } = institutionOf(deps.rules, institution);
  return [bank.account, ...(bank.furtherAccounts ?? [])].map((account) => accountText(profileAccount(account)));
}

function canonical({ account }: Notification): string {
  return accountText(profileAccount(account));
}

/** The bank's references are unique per account only, so those of a further one are told with it. */
function onFurther(booking: Booking, account: string): Booking {
  return { ...booking, account, reference: `${booking.reference}@${account}` };
}

/** Whose account it is we do not know, so finance sees no more of it than it needs to ask. */
async function wrongAccount(hearing: Hearing, part: Notification, account: string): Promise<void> {
  const { name, hash } = hearing.file;
  hearing.leftOut = true;
  await hearing.task('wrong-account', `${hash} ${account}`, {
    file: name,
    message: part.messageId,
    account: maskAccount(profileAccount(account)),
    entries: String(part.bookings.length),
  });
}
