import { SaxesParser } from 'saxes';

/** One read element. Elements and attributes of other namespaces than the root's are not kept. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Its own text, trimmed; empty where it has children. */
  readonly text: string;
  /** Line in the file, from 1. */
  readonly line: number;
}

export interface XmlFile {
  readonly namespace: string;
  readonly root: XmlNode;
}

/** The file cannot be taken as XML here. The message is a sentence for the person who must ask the bank for another. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml';
}

/** Bounds of a bank file. The largest real ones (some ten thousand bookings) stay well under them. */
export const xmlBounds = { bytes: 20_000_000, depth: 40, elements: 500_000, characters: 4_000 } as const;

interface Draft {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Draft[];
  readonly kept: boolean;
  text: string;
  readonly line: number;
}

/**
 * Reads XML 1.0 in UTF-8 into a tree, streaming, with bounds on bytes, depth, elements and text length. Document type
 * declarations are refused whole, so no entity can be defined, fetched or expanded (design.md §6).
 *
 * @throws UnreadableXml with a sentence; it never repeats content of the file
 */
export function readXml(bytes: Uint8Array): XmlFile {
  const text = decode(bytes);
  if (text.trim() === '') throw new UnreadableXml('The file is empty. Ask the bank for it again.');
  const parser = new SaxesParser({ xmlns: true });
  const open: Draft[] = [];
  let elements = 0;
  let namespace = '';
  let root: Draft | undefined;

  parser.on('error', () => {
    throw new UnreadableXml(
      `The file is not well-formed XML, or is cut off, at line ${parser.line}. Ask the bank for it again.`,
    );
  });
  parser.on('xmldecl', ({ encoding, version }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
      throw new UnreadableXml(
        'The file declares another encoding than UTF-8. ISO 20022 files are UTF-8: ask the bank for it again.',
      );
    }
    if (version !== '1.0') throw new UnreadableXml('The file is not XML 1.0. Ask the bank for it again.');
  });
  parser.on('doctype', () => {
    throw new UnreadableXml(
      'The file has a document type declaration, which bank files never have. It is refused for safety.',
    );
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > xmlBounds.elements)
      throw new UnreadableXml(`The file has more than ${xmlBounds.elements} elements. It is refused.`);
    if (open.length >= xmlBounds.depth)
      throw new UnreadableXml(`The file nests elements deeper than ${xmlBounds.depth}. It is refused.`);
    if (root === undefined) namespace = tag.uri;
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.uri === '') attributes[attribute.local] = attribute.value;
    }
    const parent = open.at(-1);
    const kept = tag.uri === namespace && (parent?.kept ?? true);
    const node: Draft = { name: tag.local, attributes, children: [], kept, text: '', line: parser.line };
    if (kept) parent?.children.push(node);
    root ??= node;
    open.push(node);
  });
  const addText = (part: string) => {
    const node = open.at(-1);
    if (node === undefined || !node.kept) return;
    node.text += part;
    if (node.text.length > xmlBounds.characters && node.text.trim().length > xmlBounds.characters) {
      throw new UnreadableXml(
        `A text at line ${parser.line} is longer than ${xmlBounds.characters} characters. The file is refused.`,
      );
    }
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const node = open.pop();
    if (node !== undefined) node.text = node.children.length > 0 ? '' : node.text.trim();
  });

  // In pieces, so that a bound stops the reading early.
  for (let from = 0; from < text.length; from += 65_536) parser.write(text.slice(from, from + 65_536));
  parser.close();
  if (root === undefined) throw new UnreadableXml('The file has no element at all. Ask the bank for it again.');
  return { namespace, root };
}

function decode(bytes: Uint8Array): string {
  if (bytes.length > xmlBounds.bytes) {
    throw new UnreadableXml(`The file is larger than ${xmlBounds.bytes / 1_000_000} MB. Ask the bank to split it.`);
  }
  const [first, second] = bytes;
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || first === 0 || second === 0) {
    throw new UnreadableXml('The file is UTF-16 or UTF-32. ISO 20022 files are UTF-8: ask the bank for it again.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableXml('The file is not UTF-8 text. ISO 20022 files are UTF-8: ask the bank for it again.');
  }
}

/** The first child at a path of names, e.g. `find(entry, 'NtryDtls', 'Btch')`. */
export function find(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let at = node;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}

/** All nodes at a path: every match of every step. */
export function findAll(node: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  let at: readonly XmlNode[] = [node];
  for (const name of path) at = at.flatMap((one) => one.children.filter((child) => child.name === name));
  return at;
}

/** The text at a path; undefined where the element is missing or empty. */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  const text = find(node, ...path)?.text;
  return text === undefined || text === '' ? undefined : text;
}
