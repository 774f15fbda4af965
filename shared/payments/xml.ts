/** One element to be written: a name, attributes, and either a text or other elements in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements may be made while they are written, so that a long file never lies in memory as a whole tree. */
  readonly content: string | Iterable<XmlElement>;
}

/** A text holds a character that XML 1.0 cannot carry, e.g. a control character. */
export class UnwritableText extends Error {
  override readonly name = 'UnwritableText';
}

/** An element; `undefined` among its children is left out, so that optional parts can stand in place. */
export function element(
  name: string,
  content: string | readonly (XmlElement | undefined)[],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return {
    name,
    attributes,
    content: typeof content === 'string' ? content : content.filter((child) => child !== undefined),
  };
}

/** An element whose children are made one after the other, each when it is written. */
export function elementOfMany(name: string, content: Iterable<XmlElement>): XmlElement {
  return { name, attributes: {}, content };
}

/** Lines that are joined into one text before the next are made. */
const LINES = 2000;

/**
 * The document as text: UTF-8 declaration, two spaces a level, `\n`, a final newline. The same elements give the same
 * text for ever.
 *
 * @throws UnwritableText when a text cannot stand in XML 1.0
 */
export function writeXml(root: XmlElement): string {
  const parts: string[] = [];
  let lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  for (const line of linesOf(root, '')) {
    lines.push(line);
    if (lines.length < LINES) continue;
    parts.push(`${lines.join('\n')}\n`);
    lines = [];
  }
  parts.push(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  return parts.join('');
}

function* linesOf(node: XmlElement, indent: string): Generator<string> {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeText(value)}"`);
  const open = `${indent}<${node.name}${attributes.join('')}`;
  if (typeof node.content === 'string') {
    yield `${open}>${escapeText(node.content)}</${node.name}>`;
    return;
  }
  let empty = true;
  for (const child of node.content) {
    if (empty) yield `${open}>`;
    empty = false;
    yield* linesOf(child, `${indent}  `);
  }
  yield empty ? `${open}/>` : `${indent}</${node.name}>`;
}

/** Line breaks and tabs become references: a reader would otherwise change them in attributes and CR in texts. */
function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text) || !text.isWellFormed()) {
    throw new UnwritableText(
      'A text holds a control character or half a surrogate pair, which XML cannot carry: clean it before writing.',
    );
  }
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
