import type { StructureElement } from 'pdfkit';
import { formatForPeople, type Money } from '../../money/money.ts';
import type { AmountRow, DocumentBlock, DocumentContent } from '../content.ts';
import { ink, line, type Place, type Sheet, type Style, styles } from './sheet.ts';

type Amounts = Extract<DocumentBlock, { readonly kind: 'amounts' }>;

const PADDING = 5;
const WHAT = 128;
const MONEY = 96;
const GAP = 12;

/** One piece of text in a cell. */
interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly lang?: string;
}

interface Cell {
  readonly header?: 'Column' | 'Row';
  readonly column: 'what' | 'working' | 'amount';
  readonly pieces: readonly Piece[];
}

/**
 * A table of amounts: what, how it is worked out and where the rule stands, how much; and the sum. Its title is left out
 * where the heading above it, or the column, says the same.
 */
export function amountTable(
  sheet: Sheet,
  parent: StructureElement,
  block: Amounts,
  content: DocumentContent,
  heading: string,
): void {
  const head = headCells(block, content);
  const rows = block.rows.map((row) => cellsOf(row, content));
  const total = totalCells(block, content);
  sheet.ensure(startHeight(sheet, block, content));
  const table = sheet.element(parent, 'Table');
  if (block.title !== heading && block.title !== content.columns.working) {
    sheet.write(table, 'Caption', block.title, { x: sheet.left, width: sheet.width, style: styles.strong });
    sheet.space(2);
  }
  drawRow(sheet, sheet.element(table, 'THead'), head, ink);
  const body = sheet.element(table, 'TBody');
  const repeat = () => sheet.artifact('Pagination', () => drawRow(sheet, undefined, head, ink));
  sheet.repeating(repeat, () => {
    for (const [at, cells] of rows.entries()) {
      const last = at === rows.length - 1;
      // The sum stays with the row before it.
      if (last) sheet.ensure(rowHeight(sheet, cells) + rowHeight(sheet, total));
      drawRow(sheet, body, cells, last ? ink : line);
    }
    drawRow(sheet, body, total);
  });
  body.end();
  table.end();
  if (block.footnote !== undefined) {
    sheet.write(parent, 'P', block.footnote, { x: sheet.left, width: sheet.width, style: styles.small });
  }
}

/** Room for the title, the head and the first row, which stay together. */
export function startHeight(sheet: Sheet, block: Amounts, content: DocumentContent): number {
  const [first] = block.rows;
  const rows = [headCells(block, content), first ? cellsOf(first, content) : totalCells(block, content)];
  const alone = block.rows.length < 2 ? rowHeight(sheet, totalCells(block, content)) : 0;
  return rows.reduce((sum, cells) => sum + rowHeight(sheet, cells), alone) + 20;
}

function headCells({ workingHead }: Amounts, { columns }: DocumentContent): readonly Cell[] {
  const style = styles.smallStrong;
  return [
    { header: 'Column', column: 'what', pieces: [{ text: columns.what, style }] },
    { header: 'Column', column: 'working', pieces: [{ text: workingHead ?? columns.working, style }] },
    { header: 'Column', column: 'amount', pieces: [{ text: columns.amount, style }] },
  ];
}

function cellsOf(row: AmountRow, content: DocumentContent): readonly Cell[] {
  const { language, sourceWord } = content;
  const pieces: Piece[] = [];
  if (row.working !== undefined) pieces.push({ text: row.working, style: styles.body });
  if (row.source !== undefined) {
    // Sources are cited as they are called, which the rulebook does in English.
    const lang = language === 'en' ? {} : { lang: 'en' };
    pieces.push({ text: `${sourceWord}: ${row.source}`, style: styles.small, ...lang });
  }
  return [
    { header: 'Row', column: 'what', pieces: [{ text: row.label, style: styles.body }] },
    { column: 'working', pieces },
    { column: 'amount', pieces: moneyPieces(row.amount, row.local, language, styles.body) },
  ];
}

function totalCells({ total }: Amounts, { language }: DocumentContent): readonly Cell[] {
  return [
    { header: 'Row', column: 'what', pieces: [{ text: total.label, style: styles.strong }] },
    { column: 'working', pieces: [] },
    { column: 'amount', pieces: moneyPieces(total.amount, total.local, language, styles.strong) },
  ];
}

function moneyPieces(amount: Money, local: Money | undefined, language: string, style: Style): readonly Piece[] {
  const first = { text: formatForPeople(amount, language), style };
  return local === undefined ? [first] : [first, { text: formatForPeople(local, language), style: styles.small }];
}

/** Draws a row and the line beneath it. Without a parent it is a repetition that screen readers pass over. */
function drawRow(sheet: Sheet, parent: StructureElement | undefined, cells: readonly Cell[], under?: string): void {
  const height = rowHeight(sheet, cells);
  if (parent) sheet.ensure(height);
  const top = sheet.y;
  const row = parent && sheet.element(parent, 'TR');
  for (const cell of cells) {
    const place = placeOf(sheet, cell);
    const element = row && (cell.header ? sheet.header(row, cell.header) : sheet.element(row, 'TD'));
    let y = top + PADDING;
    for (const { text, style, lang } of cell.pieces) {
      const here: Place = { ...place, style, ...(lang === undefined ? {} : { lang }) };
      const next = y + sheet.height(text, here);
      if (element) sheet.put(element, 'P', text, y, here);
      else sheet.draw(text, y, here);
      y = next;
    }
    element?.end();
  }
  row?.end();
  if (under !== undefined) sheet.rule(top + height, under, parent === undefined);
  sheet.y = top + height;
}

function rowHeight(sheet: Sheet, cells: readonly Cell[]): number {
  const heights = cells.map((cell) => {
    const place = placeOf(sheet, cell);
    return cell.pieces.reduce((sum, { text, style }) => sum + sheet.height(text, { ...place, style }), 0);
  });
  return Math.max(...heights) + 2 * PADDING;
}

function placeOf({ left, width }: Sheet, { column }: Cell): Place {
  const middle = width - WHAT - MONEY - 2 * GAP;
  switch (column) {
    case 'what':
      return { x: left, width: WHAT, style: styles.body };
    case 'working':
      return { x: left + WHAT + GAP, width: middle, style: styles.body };
    case 'amount':
      return { x: left + width - MONEY, width: MONEY, style: styles.body, align: 'right', figures: true };
  }
}
