/** One line of text out of whatever was typed: control characters, line ends among them, become spaces. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Keeps amounts (`1 484.00 EUR`) on one line: the spaces inside them become no-break spaces. */
export function glued(text: string): string {
  return text.replaceAll(/(\d) (?=\d{3}\b|[A-Z]{3}\b)/g, '$1\u00a0');
}
