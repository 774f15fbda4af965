/** What SES says of a mail, by its name in a configuration set's list of events. */
export type MailEventType = 'delivery' | 'deliveryDelay' | 'bounce' | 'complaint';

/** One thing that becomes of a mail, so many seconds after it was taken. */
export interface Outcome {
  readonly after: number;
  readonly type: MailEventType;
  readonly bounce?: 'Permanent' | 'Transient';
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const arrives: readonly Outcome[] = [{ after: 5, type: 'delivery' }];

/** What becomes of mails to special addresses: the part before the @, also with something behind a plus sign or a hyphen. */
const special: Readonly<Record<string, readonly Outcome[]>> = {
  bounce: [{ after: 30, type: 'bounce', bounce: 'Permanent' }],
  'soft-bounce': [
    { after: HOUR, type: 'deliveryDelay' },
    { after: 14 * HOUR, type: 'bounce', bounce: 'Transient' },
  ],
  complaint: [...arrives, { after: 2 * HOUR, type: 'complaint' }],
  delayed: [
    { after: HOUR, type: 'deliveryDelay' },
    { after: 30 * HOUR, type: 'delivery' },
  ],
  // Taken, and never heard of again.
  lost: [],
};

export const specialAddresses: readonly string[] = Object.keys(special);

/** Everything that becomes of a mail to this address, in its order. */
export function outcomesOf(address: string): readonly Outcome[] {
  const [name = ''] = address.toLowerCase().split('@');
  const found = specialAddresses.find(
    (known) => name === known || name.startsWith(`${known}+`) || name.startsWith(`${known}-`),
  );
  return found === undefined ? arrives : (special[found] ?? arrives);
}
