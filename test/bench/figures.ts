/** One measured figure, with how it was measured and what issue 2 asks for. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
  /** How it was measured, in a sentence. */
  readonly how: string;
}

/** A figure as it is printed: with whether its target is met, where it has one. */
export type Judged = Figure & { readonly part: string; readonly met?: boolean };

export function judge(part: string, figure: Figure): Judged {
  const { target, value } = figure;
  if (!target) return { part, ...figure };
  return { part, ...figure, met: 'atLeast' in target ? value >= target.atLeast : value <= target.atMost };
}

/** The figures as a table for people: name, value, target and whether it is met; below it, how each was measured. */
export function table(figures: readonly Judged[]): string {
  const rows = figures.map((figure) => [
    `${figure.part}: ${figure.name}`,
    `${shown(figure.value)} ${figure.unit}`,
    targetOf(figure),
    figure.met === undefined ? '' : figure.met ? 'met' : 'NOT met',
  ]);
  const head = ['figure', 'value', 'target', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  const ruled = [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)];
  const notes = figures.map((figure) => `  ${figure.part}: ${figure.name} — ${figure.how}`);
  return `${ruled.map((text) => text.trimEnd()).join('\n')}\n\nHow each was measured:\n${notes.join('\n')}\n`;
}

function targetOf({ target, unit }: Judged): string {
  if (!target) return '';
  return 'atLeast' in target ? `≥ ${shown(target.atLeast)} ${unit}` : `≤ ${shown(target.atMost)} ${unit}`;
}

/** Three digits that say something; whole numbers as they are, with the thousands apart. */
function shown(value: number): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  return String(digits).replace(/\B(?=(\d{3})+$)/g, String(digits).includes('.') ? '' : ' ');
}
