import type { StructureElement } from 'pdfkit';
import type { DocumentBlock, DocumentContent, FactRow, ListItem } from '../content.ts';
import { type Place, type Sheet, styles } from './sheet.ts';
import { amountTable } from './tables.ts';

const LABEL = 140;
const BULLET = 14;

/** One part of a section. */
export function drawBlock(
  sheet: Sheet,
  parent: StructureElement,
  block: DocumentBlock,
  content: DocumentContent,
  heading: string,
): void {
  switch (block.kind) {
    case 'text':
      sheet.write(parent, 'P', block.text, { x: sheet.left, width: sheet.width, style: styles.body });
      return;
    case 'facts':
      drawFacts(sheet, parent, block.rows, { x: sheet.left, width: sheet.width, label: LABEL });
      return;
    case 'amounts':
      amountTable(sheet, parent, block, content, heading);
      return;
    case 'list':
      drawList(sheet, parent, block.items, content, sheet.left);
  }
}

/** Labels and values beside each other; to a screen reader a list, each value with its label. */
export function drawFacts(
  sheet: Sheet,
  parent: StructureElement,
  rows: readonly FactRow[],
  { x, width, label }: { readonly x: number; readonly width: number; readonly label: number },
): void {
  const list = sheet.element(parent, 'L');
  for (const [name, value] of rows) {
    const left: Place = { x, width: label - 10, style: styles.label };
    const right: Place = { x: x + label, width: width - label, style: styles.body };
    const height = Math.max(sheet.height(name, left), sheet.height(value, right));
    sheet.ensure(height);
    const { y } = sheet;
    const item = sheet.element(list, 'LI');
    sheet.put(item, 'Lbl', name, y, left);
    sheet.put(item, 'LBody', value, y, right);
    item.end();
    sheet.y = y + height + 3;
  }
  list.end();
}

function drawList(
  sheet: Sheet,
  parent: StructureElement,
  items: readonly ListItem[],
  content: DocumentContent,
  x: number,
): void {
  const list = sheet.element(parent, 'L');
  for (const { text, source, language, items: beneath } of items) {
    const place: Place = { x: x + BULLET, width: sheet.width - (x - sheet.left) - BULLET, style: styles.body };
    const cited: Place = { ...place, style: styles.small };
    sheet.ensure(sheet.height(text, place) + (source === undefined ? 0 : sheet.height(source, cited)));
    const item = sheet.element(list, 'LI');
    sheet.put(item, 'Lbl', '•', sheet.y, { x, width: BULLET, style: styles.body });
    const body = sheet.element(item, 'LBody');
    // `put` of the bullet has moved down by a line: the text begins beside it.
    sheet.y -= sheet.height('•', { x, width: BULLET, style: styles.body });
    sheet.write(body, 'P', text, language === undefined ? place : { ...place, lang: language });
    if (source !== undefined) {
      const lang = content.language === 'en' ? {} : { lang: 'en' };
      sheet.write(body, 'P', `${content.sourceWord}: ${source}`, { ...cited, ...lang });
    }
    if (beneath) {
      sheet.space(2);
      drawList(sheet, body, beneath, content, x + BULLET);
    }
    body.end();
    item.end();
    sheet.space(3);
  }
  list.end();
}
