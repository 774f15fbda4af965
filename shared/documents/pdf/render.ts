import type { DocumentContent, Section } from '../content.ts';
import { drawBlock, drawFacts } from './blocks.ts';
import { blue, margins, type Place, Sheet, styles } from './sheet.ts';
import { startHeight } from './tables.ts';

const HEAD = 200;

/**
 * The document as the bytes of a tagged PDF (PDF/UA-1: structure tree, language, title, header cells, fonts embedded). The
 * same content and id give the same bytes: its date is that of the decision, and nothing in it comes from clock or chance.
 *
 * @param id what makes the file unique, e.g. institution, mobility and document; becomes part of its PDF identifier
 */
export async function documentPdf(content: DocumentContent, id: string): Promise<Uint8Array> {
  const sheet = new Sheet({
    lang: content.language,
    info: {
      Title: xmpText(content.title),
      Author: xmpText(content.letterhead.institution),
      Subject: xmpText(content.letterhead.programme),
      Creator: 'Wayfare',
      Producer: 'Wayfare',
      Keywords: xmpText(id),
      CreationDate: new Date(content.issuedAt),
    },
  });
  const bytes = collected(sheet);
  letterhead(sheet, content);
  for (const section of content.sections) drawSection(sheet, section, content);
  sheet.root.end();
  feet(sheet, content);
  // The list of letters that pdfkit would write beside each font leaves out the parts of composed ones (Å), which PDF/UA
  // forbids (7.21.4.2, found by veraPDF). It may be absent, and is written only where the part is the number.
  sheet.doc.subset = String(sheet.doc.subset);
  sheet.doc.end();
  return bytes;
}

function drawSection(sheet: Sheet, { heading, blocks }: Section, content: DocumentContent): void {
  const element = sheet.element(sheet.root, 'Sect');
  const place: Place = { x: sheet.left, width: sheet.width, style: styles.heading };
  const [first] = blocks;
  // A heading never stands alone at the foot of a page.
  const below = first?.kind === 'amounts' ? startHeight(sheet, first, content) : 40;
  sheet.space(14);
  sheet.ensure(sheet.height(heading, place) + 4 + below);
  sheet.write(element, 'H2', heading, place);
  sheet.space(4);
  blocks.forEach((block, at) => {
    if (at > 0) sheet.space(7);
    drawBlock(sheet, element, block, content, heading);
  });
  element.end();
}

async function collected({ doc }: Sheet): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of doc) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

/** Who writes, to whom, when and about what; the title and the sentence that says it all. */
function letterhead(sheet: Sheet, { letterhead: from, to, head, title, lead }: DocumentContent): void {
  const { left, width, root } = sheet;
  const half = (width - 20) / 2;
  const right: Omit<Place, 'style'> = { x: left + half + 20, width: half, align: 'right' };
  const top = sheet.y;
  sheet.write(root, 'P', from.institution, { x: left, width: half, style: styles.sender });
  sheet.write(root, 'P', from.place, { x: left, width: half, style: styles.small });
  const below = sheet.y;
  sheet.y = top;
  sheet.write(root, 'P', from.programme, { ...right, style: styles.small });
  sheet.write(root, 'P', from.office, { ...right, style: styles.small });
  sheet.write(root, 'P', from.email, { ...right, style: styles.small });
  sheet.y = Math.max(below, sheet.y) + 6;
  sheet.rule(sheet.y, blue, false, 1.5);
  sheet.space(22);
  const line = sheet.y;
  sheet.write(root, 'P', to, { x: left, width: width - HEAD - 40, style: styles.strong });
  const addressed = sheet.y;
  sheet.y = line;
  drawFacts(sheet, root, head, { x: left + width - HEAD - 20, width: HEAD + 20, label: 80 });
  sheet.y = Math.max(addressed, sheet.y) + 18;
  sheet.write(root, 'H1', title, { x: left, width, style: styles.title });
  sheet.space(5);
  sheet.write(root, 'P', lead, { x: left, width, style: styles.lead });
}

/** At the foot of each page, whose number is known only now. */
function feet(sheet: Sheet, { foot }: DocumentContent): void {
  const { doc, left, width } = sheet;
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    // The foot stands in the margin, where pdfkit would turn the page.
    doc.page.margins = { ...margins, bottom: 0 };
    const y = doc.page.height - margins.bottom + 26;
    sheet.rule(y - 8);
    sheet.artifact('Pagination', () => {
      const numbered = foot.page.replace('{page}', String(page + 1)).replace('{pages}', String(count));
      sheet.draw(foot.left, y, { x: left, width: width - 90, style: styles.small });
      sheet.draw(numbered, y, { x: left + width - 90, width: 90, style: styles.small, align: 'right' });
    });
  }
}

/** pdfkit writes these into XML as they are. */
function xmpText(text: string): string {
  return text.replaceAll('&', '+').replaceAll(/[<>]/g, '');
}
