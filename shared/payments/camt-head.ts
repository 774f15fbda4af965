import { bbanOfIban } from './accounts.ts';
import { idAt, UnusableMessage } from './message.ts';
import { find, textAt, type XmlNode } from './tree.ts';

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
 * The one account that the parts of a file speak of, Norwegian ones by their number.
 *
 * @throws UnusableMessage for none, and for several
 */
export function oneAccountOf(parts: readonly XmlNode[], called: string): string {
  const [account, ...others] = new Set(parts.map((part) => accountOf(part, called)));
  if (account === undefined) throw new UnusableMessage(`The ${called} names no account. Ask the bank for it again.`);
  if (others.length > 0) {
    throw new UnusableMessage(`The ${called} speaks of several accounts. Ask the bank for one file for each account.`);
  }
  return account;
}

function accountOf(part: XmlNode, called: string): string {
  const iban = idAt(part, 'Acct', 'Id', 'IBAN');
  const account = iban ?? idAt(part, 'Acct', 'Id', 'Othr', 'Id');
  if (account === undefined)
    throw new UnusableMessage(`The ${called} at line ${part.line} names no account. Ask the bank.`);
  return iban === undefined ? account : (bbanOfIban(iban) ?? iban);
}
