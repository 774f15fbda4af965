import { find, type XmlNode } from './tree.ts';

/** A bank file that is XML but not a message that can be acted on. The message is a sentence for the finance office. */
export class UnusableMessage extends Error {
  override readonly name = 'UnusableMessage';
}

const family = 'urn:iso:std:iso:20022:tech:xsd:';

/** The message name of a document's namespace, e.g. `pain.002.001.03`; undefined outside ISO 20022. */
export function messageName(namespace: string): string | undefined {
  const name = namespace.startsWith(family) ? namespace.slice(family.length) : '';
  return /^[a-z]{4}\.\d{3}\.\d{3}\.\d{2}$/.test(name) ? name : undefined;
}

/** A code or id of the file made fit to be shown in a sentence: short, safe characters only. */
export function shown(text: string | undefined): string {
  return (text ?? '').replace(/[^A-Za-z0-9./ -]/g, '?').slice(0, 35);
}

/**
 * An id or code of the file, at most 35 characters as in every version of the standard; undefined where there is none.
 *
 * @throws UnusableMessage for a longer one or one with control characters: it would become a key of our records
 */
export function idAt(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  const found = find(node, ...path);
  if (found === undefined || found.text === '') return undefined;
  if (found.text.length > 35 || /\p{Cc}/u.test(found.text)) {
    throw new UnusableMessage(
      `${found.name} at line ${found.line} is longer than the standard's 35 characters. Ask the bank.`,
    );
  }
  return found.text;
}
