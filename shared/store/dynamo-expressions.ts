import type { AttributeValue, ConditionCheck, Delete, Put, TransactWriteItem, Update } from '@aws-sdk/client-dynamodb';
import { toAttribute, toAttributes } from './attributes.ts';
import { expectationsOf } from './expectations.ts';
import type { Expectation, Key, TableName, Write } from './port.ts';

export type TableNames = Readonly<Record<TableName, string>>;

/** One write as the DynamoDB action that carries it out, its guards as the condition. */
export function transactItem(write: Write, tables: TableNames): TransactWriteItem {
  switch (write.do) {
    case 'put':
      return { Put: putInput(write, tables) };
    case 'update':
      return { Update: updateInput(write, tables) };
    case 'delete':
      return { Delete: deleteInput(write, tables) };
    case 'check':
      return { ConditionCheck: checkInput(write, tables) };
  }
}

export function putInput(write: Write & { do: 'put' }, tables: TableNames): Put {
  const names = new Placeholders();
  return {
    TableName: tables[write.table],
    Item: toAttributes(write.item),
    ...condition(write, names),
    ...names.attributes(),
  };
}

export function deleteInput(write: Write & { do: 'delete' }, tables: TableNames): Delete {
  const names = new Placeholders();
  return { TableName: tables[write.table], Key: key(write.key), ...condition(write, names), ...names.attributes() };
}

export function updateInput(write: Write & { do: 'update' }, tables: TableNames): Update {
  const names = new Placeholders();
  const clauses = [
    clause('ADD', Object.entries(write.add ?? {}), ([field, by]) => `${names.field(field)} ${names.value(by)}`),
    clause('SET', Object.entries(write.set ?? {}), ([field, to]) => `${names.field(field)} = ${names.value(to)}`),
    clause('REMOVE', write.remove ?? [], (field) => names.field(field)),
  ];
  return {
    TableName: tables[write.table],
    Key: key(write.key),
    UpdateExpression: clauses.filter((text) => text !== '').join(' '),
    ...condition(write, names),
    ...names.attributes(),
  };
}

function checkInput(write: Write & { do: 'check' }, tables: TableNames): ConditionCheck {
  const names = new Placeholders();
  const { ConditionExpression = '', ...rest } = condition(write, names);
  return {
    TableName: tables[write.table],
    Key: key(write.key),
    ConditionExpression,
    ...rest,
    ...names.attributes(),
  };
}

export function key(of: Key): Record<string, AttributeValue> {
  return { pk: { S: of.pk }, sk: { S: of.sk } };
}

/** The stored record is asked for on failure, so that `Conflict` can name the very expectation that was broken. */
function condition(write: Write, names: Placeholders) {
  const expectations = expectationsOf(write);
  if (expectations.length === 0) return {};
  return {
    ConditionExpression: expectations.map((expectation) => conditionOf(expectation, names)).join(' AND '),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
}

function conditionOf(expectation: Expectation, names: Placeholders): string {
  switch (expectation.kind) {
    case 'absent':
      return `attribute_not_exists(${names.field('pk')})`;
    case 'present':
      return `attribute_exists(${names.field('pk')})`;
    case 'version':
      return `${names.field('version')} = ${names.value(expectation.version)}`;
    case 'state':
      return `${names.field('state')} = ${names.value(expectation.state)}`;
    case 'at-least':
      return `${names.field(expectation.field)} >= ${names.value(expectation.value)}`;
  }
}

function clause<T>(verb: string, entries: readonly T[], text: (entry: T) => string): string {
  return entries.length === 0 ? '' : `${verb} ${entries.map(text).join(', ')}`;
}

/** Names and values of one expression; every field goes by a placeholder because many words (`state`) are reserved. */
class Placeholders {
  private readonly names = new Map<string, string>();
  private readonly values: Record<string, AttributeValue> = {};

  field(name: string): string {
    const placeholder = this.names.get(name) ?? `#f${this.names.size}`;
    this.names.set(name, placeholder);
    return placeholder;
  }

  value(value: unknown): string {
    const placeholder = `:v${Object.keys(this.values).length}`;
    this.values[placeholder] = toAttribute(value);
    return placeholder;
  }

  attributes(): {
    ExpressionAttributeNames?: Record<string, string>;
    ExpressionAttributeValues?: Record<string, AttributeValue>;
  } {
    return {
      ...(this.names.size > 0 && {
        ExpressionAttributeNames: Object.fromEntries([...this.names].map(([name, placeholder]) => [placeholder, name])),
      }),
      ...(Object.keys(this.values).length > 0 && { ExpressionAttributeValues: this.values }),
    };
  }
}
