/** One line of a CSV file (RFC 4180), without its end: fields are quoted where they have to be. */
export function csvLine(fields: readonly string[], separator: ';' | ','): string {
  return fields
    .map((field) => (needsQuotes(field, separator) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(separator);
}

function needsQuotes(field: string, separator: string): boolean {
  return field.includes(separator) || /["\r\n]|^\s|\s$/.test(field);
}

/** A CSV file is broken: a quote that does not end, or letters after one. */
export class BrokenCsv extends Error {
  override readonly name = 'BrokenCsv';
}

/**
 * The fields of a CSV file (RFC 4180), line by line; empty lines are left out. One pass over the text, whatever it is.
 *
 * @throws BrokenCsv
 */
export function readCsv(text: string, separator: ';' | ','): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const { field, end } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    row.push(field);
    const sign = text[end];
    if (sign === separator) {
      at = end + 1;
      // A separator at the very end opens one more, empty field.
      if (at === text.length) row.push('');
      continue;
    }
    if (sign !== undefined && sign !== '\r' && sign !== '\n') {
      throw new BrokenCsv(`Line ${rows.length + 1} has letters after a closing quote.`);
    }
    endRow();
    at = sign === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  if (row.length > 0) endRow();
  return rows;
}

function plain(text: string, from: number, separator: string): { field: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { field: text.slice(from, end), end };
}

function quoted(text: string, from: number): { field: string; end: number } {
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) throw new BrokenCsv('A quote is not closed.');
    parts.push(text.slice(at, close));
    if (text[close + 1] !== '"') return { field: parts.join('"'), end: close + 1 };
    at = close + 2;
  }
}
