import type { Text } from '../../shared/rulebook/values.ts';

/** Every text of a part of the rulebook with its English for the name of a test, wherever it stands. */
export function texts(node: unknown): (readonly [name: string, text: Text])[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isText(node)) return [[node.en, node]];
  return Object.values(node).flatMap(texts);
}

function isText(node: object): node is Text {
  return 'en' in node && typeof node.en === 'string';
}
