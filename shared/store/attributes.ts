import type { AttributeValue } from '@aws-sdk/client-dynamodb';

type Attributes = Record<string, AttributeValue>;

/** An attribute of a kind that this adapter never writes: somebody else has written into our tables. */
export class ForeignAttribute extends Error {
  override readonly name = 'ForeignAttribute';
}

/**
 * A record as attributes. Fields that guards, sums and keys speak of are DynamoDB's own texts and numbers. A list or an
 * object is kept as its JSON text under the one name `json`: nothing ever asks for a part of it, and in DynamoDB's own
 * notation every value in it would be an object of its own, four times as long on the wire and ten times as slow to read.
 * Fields that are undefined are left out.
 */
export function toAttributes(record: object): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(record)) if (value !== undefined) attributes[name] = toAttribute(value);
  return attributes;
}

/** One plain value (see plain.ts) as an attribute. */
export function toAttribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  return { M: { json: { S: JSON.stringify(value) } } };
}

/** The record that was written as these attributes. Throws `ForeignAttribute`. */
export function fromAttributes(attributes: Attributes): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(attributes)) record[name] = fromAttribute(name, attribute);
  return record;
}

function fromAttribute(name: string, attribute: AttributeValue): unknown {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  const text = attribute.M?.json?.S;
  if (text !== undefined) return JSON.parse(text);
  throw new ForeignAttribute(
    `The attribute ${name} was not written by this system: a list or an object is kept as its JSON text.`,
  );
}
