import { bbanOfIban } from './accounts.ts';
import { idAt, UnusableMessage } from './message.ts';
import { find, textAt, type XmlNode } from './tree.ts';
import type { Notification, SeveralAccounts } from './types.ts';

/**
 * The message of a camt file with its id, and its page where it is one of several: the pages of a long message may carry
 * the same id.
 *
 * @throws UnusableMessage when there is no such message or it has no id
 */
export function messageIdOf(
  document: XmlNode,
  name: string,
  called: string,
): { readonly message: XmlNode; readonly id: string; readonly page?: string } {
  const message = find(document, name);
  const id = idAt(message, 'GrpHdr', 'MsgId');
  if (message === undefined || id === undefined) {
    throw new UnusableMessage(`The ${called} has no message id. Ask the bank for it again.`);
  }
  const page = textAt(message, 'GrpHdr', 'MsgPgntn', 'PgNb');
  if (page === undefined) return { message, id };
  if (!/^\d{1,5}$/.test(page))
    throw new UnusableMessage(`The ${called} has a page number that is none. Ask the bank for it again.`);
  return { message, id, page };
}

/**
 * Reads the parts of a file account by account, Norwegian ones by their number: what it says of one, or of each of several.
 *
 * @throws UnusableMessage for none
 */
export function byAccount(
  parts: readonly XmlNode[],
  called: string,
  read: (account: string, parts: readonly XmlNode[]) => Notification,
): Notification | SeveralAccounts {
  const all = Map.groupBy(parts, (part) => accountOf(part, called));
  const [first, ...others] = [...all].map(([account, own]) => read(account, own));
  if (first === undefined) throw new UnusableMessage(`The ${called} names no account. Ask the bank for it again.`);
  if (others.length === 0) return first;
  const { source, messageId, page } = first;
  return { kind: 'accounts', source, messageId, ...(page === undefined ? {} : { page }), parts: [first, ...others] };
}

function accountOf(part: XmlNode, called: string): string {
  const iban = idAt(part, 'Acct', 'Id', 'IBAN');
  const account = iban ?? idAt(part, 'Acct', 'Id', 'Othr', 'Id');
  if (account === undefined)
    throw new UnusableMessage(`The ${called} at line ${part.line} names no account. Ask the bank.`);
  return iban === undefined ? account : (bbanOfIban(iban) ?? iban);
}
