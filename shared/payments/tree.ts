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

/**
 * Bounds of a bank file. Ten thousand bookings with everything a bank can say of them are some 25 MB in 600 000 elements, of
 * which a tenth is kept. `elements` bounds the time, `kept` the memory, `characters` one text or attribute.
 */
export const xmlBounds = {
  bytes: 60_000_000,
  depth: 40,
  elements: 2_000_000,
  kept: 500_000,
  attributes: 20,
  characters: 4_000,
} as const;

export interface ReadXmlOptions {
  /** Elements that are left out with all they hold, wherever they stand: what is not needed is never kept. */
  readonly leaveOut?: ReadonlySet<string>;
}

interface Draft {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  children: Draft[];
  text: string;
  readonly line: number;
}

const nothing: Readonly<Record<string, string>> = Object.freeze({});
/** Of all elements without children, which are most. */
const childless: Draft[] = [];

/**
 * Reads XML 1.0 in UTF-8 into a tree, streaming, with bounds on bytes, depth, elements, attributes and text length.
 * Document type declarations are refused whole, so no entity can be defined, fetched or expanded (design.md §6).
 *
 * @throws UnreadableXml with a sentence; it never repeats content of the file
 */
export function readXml(bytes: Uint8Array, { leaveOut }: ReadXmlOptions = {}): XmlFile {
  checkBeginning(bytes);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: Draft[] = [];
  /** Elements that are open one in the other, and how many of the innermost are left out. */
  let depth = 0;
  let leftOut = 0;
  let elements = 0;
  let keptElements = 0;
  let attributesHere = 0;
  let namespace = '';
  let root: Draft | undefined;

  // Six handlers and no more: with a seventh the parser becomes an object that V8 looks every property up in, and takes
  // three times as long (`npm run bench -- feedback`). So its errors and the declaration are looked at without one.
  parser.on('doctype', () => {
    throw new UnreadableXml(
      'The file has a document type declaration, which bank files never have. It is refused for safety.',
    );
  });
  // Counted one by one, since the parser gathers the attributes of an element before it tells of the element.
  parser.on('attribute', ({ value }) => {
    attributesHere += 1;
    if (attributesHere > xmlBounds.attributes || value.length > xmlBounds.characters) {
      throw new UnreadableXml(
        `An element at line ${parser.line} has more than ${xmlBounds.attributes} attributes, or a very long one. The file is refused.`,
      );
    }
  });
  parser.on('opentag', (tag) => {
    attributesHere = 0;
    elements += 1;
    if (elements > xmlBounds.elements)
      throw new UnreadableXml(`The file has more than ${xmlBounds.elements} elements. Ask the bank to split it.`);
    if (depth >= xmlBounds.depth)
      throw new UnreadableXml(`The file nests elements deeper than ${xmlBounds.depth}. It is refused.`);
    depth += 1;
    if (root === undefined) {
      checkDeclaration(parser.xmlDecl);
      namespace = tag.uri;
    } else if (leftOut > 0 || tag.uri !== namespace || leaveOut?.has(tag.local) === true) {
      leftOut += 1;
      return;
    }
    keptElements += 1;
    if (keptElements > xmlBounds.kept)
      throw new UnreadableXml(`The file holds more than ${xmlBounds.kept} facts. Ask the bank to split it.`);
    const { local: name, attributes } = tag;
    const node = { name, attributes: ownAttributes(attributes), children: childless, text: '', line: parser.line };
    const parent = open.at(-1);
    if (parent?.children === childless) parent.children = [node];
    else parent?.children.push(node);
    root ??= node;
    open.push(node);
  });
  const addText = (part: string) => {
    const node = open.at(-1);
    if (node === undefined || leftOut > 0) return;
    // White space in front is dropped at once: kept, it could grow without end and be looked through again each time.
    node.text += node.text === '' ? part.trimStart() : part;
    if (node.text.length > xmlBounds.characters) {
      throw new UnreadableXml(
        `A text at line ${parser.line} is longer than ${xmlBounds.characters} characters. The file is refused.`,
      );
    }
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    if (leftOut > 0) {
      leftOut -= 1;
      return;
    }
    const node = open.pop();
    if (node !== undefined) node.text = node.children === childless ? node.text.trimEnd() : '';
  });

  try {
    for (const piece of pieces(bytes)) parser.write(piece);
    parser.close();
  } catch (error) {
    throw isParserError(error) ? notWellFormed(parser.line) : error;
  }
  if (root === undefined) throw new UnreadableXml('The file has no element at all. Ask the bank for it again.');
  return { namespace, root };
}

/** The parser throws errors without a class of their own; whatever has one is ours. */
function isParserError(error: unknown): boolean {
  return error instanceof Error && Object.getPrototypeOf(error) === Error.prototype;
}

function notWellFormed(line: number): UnreadableXml {
  return new UnreadableXml(
    `The file is not well-formed XML, or is cut off, at line ${line}. Ask the bank for it again.`,
  );
}

function checkDeclaration({ encoding, version }: SaxesParser['xmlDecl']): void {
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
    throw new UnreadableXml(
      'The file declares another encoding than UTF-8. ISO 20022 files are UTF-8: ask the bank for it again.',
    );
  }
  if (version !== undefined && version !== '1.0')
    throw new UnreadableXml('The file is not XML 1.0. Ask the bank for it again.');
}

function ownAttributes(
  given: Readonly<Record<string, { readonly uri: string; readonly local: string; readonly value: string }>>,
): Readonly<Record<string, string>> {
  // Nearly no element of a bank file has one.
  for (const _any in given) {
    const own = Object.values(given).filter(({ uri }) => uri === '');
    return Object.fromEntries(own.map(({ local, value }) => [local, value]));
  }
  return nothing;
}

/** What can be told without reading it as XML: too large, empty, another encoding. */
function checkBeginning(bytes: Uint8Array): void {
  if (bytes.length > xmlBounds.bytes) throw new UnreadableXml(tooLarge);
  const [first, second] = bytes;
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || first === 0 || second === 0) {
    throw new UnreadableXml('The file is UTF-16 or UTF-32. ISO 20022 files are UTF-8: ask the bank for it again.');
  }
  const spaces: readonly (number | undefined)[] = [0x20, 0x09, 0x0a, 0x0d];
  if (bytes.every((byte) => spaces.includes(byte)))
    throw new UnreadableXml('The file is empty. Ask the bank for it again.');
}

/** What is said of a file that is larger than what is read. */
export const tooLarge = `The file is larger than ${xmlBounds.bytes / 1_000_000} MB. Ask the bank to split it.`;

/** The text in pieces, so that a bound stops the reading early and the whole text is never in memory. */
function* pieces(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += 65_536) {
      yield decoder.decode(bytes.subarray(from, from + 65_536), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
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
