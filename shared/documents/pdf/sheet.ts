import PDFDocument, { type Options, type StructureElement, type Tag } from 'pdfkit';
import { glued } from '../../mail/format.ts';
import { type FontName, fontNames, fontOf } from './fonts.ts';

/** How a piece of text looks. */
export interface Style {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
}

export const ink = '#14232e';
export const quiet = '#485965';
export const blue = '#0a5785';
export const line = '#c3ced6';

export const styles = {
  body: { font: 'regular', size: 10.5, colour: ink },
  strong: { font: 'bold', size: 10.5, colour: ink },
  label: { font: 'regular', size: 10.5, colour: quiet },
  small: { font: 'regular', size: 9, colour: quiet },
  smallStrong: { font: 'bold', size: 9, colour: quiet },
  lead: { font: 'regular', size: 12, colour: ink },
  heading: { font: 'bold', size: 13, colour: blue },
  title: { font: 'bold', size: 20, colour: ink },
  sender: { font: 'bold', size: 13, colour: ink },
} as const satisfies Record<string, Style>;

/** A4 in points, with room for the foot beneath the text. */
export const margins = { top: 60, bottom: 74, left: 62, right: 62 } as const;
const LINE_GAP = 1.5;
/** Against rounding: pdfkit turns the page itself when a line is a hair too low. */
const SLACK = 2;

/** Where and how a text is put. Without `lang` it is in the document's language. */
export interface Place {
  readonly x: number;
  readonly width: number;
  readonly style: Style;
  readonly align?: 'right';
  /** Figures of one width, so that they stand beneath each other. */
  readonly figures?: boolean;
  readonly lang?: string;
}

/**
 * Paper to write on from top to bottom: every text goes with its place in the structure tree, everything else is marked
 * as an artifact, and the page turns when a piece does not fit any more.
 */
export class Sheet {
  readonly doc: PDFDocument;
  readonly root: StructureElement;
  readonly left = margins.left;
  readonly width: number;
  /** Called after the page has turned. */
  private onTurn: (() => void) | undefined;

  constructor(
    options: Omit<
      Options,
      'size' | 'margins' | 'pdfVersion' | 'subset' | 'tagged' | 'displayTitle' | 'bufferPages' | 'font'
    >,
  ) {
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { ...margins },
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      font: null,
      ...options,
    });
    for (const font of fontNames) this.doc.registerFont(font, fontOf(font));
    this.width = this.doc.page.width - margins.left - margins.right;
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get y(): number {
    return this.doc.y;
  }

  set y(y: number) {
    this.doc.y = y;
  }

  space(points: number): void {
    this.y += points;
  }

  /** Turns the page when less than `height` is left on it. */
  ensure(height: number): void {
    if (this.y + height <= this.doc.page.height - margins.bottom - SLACK) return;
    this.doc.addPage();
    this.y = margins.top;
    this.onTurn?.();
  }

  /** While `work` runs, `repeat` is drawn on top of every new page. */
  repeating(repeat: () => void, work: () => void): void {
    this.onTurn = repeat;
    work();
    this.onTurn = undefined;
  }

  height(text: string, place: Place): number {
    this.use(place.style);
    return this.doc.heightOfString(glued(text), optionsOf(place));
  }

  /** Puts a text at a height, as an element of the tree. */
  put(parent: StructureElement, tag: Tag, text: string, y: number, place: Place): void {
    const element = this.element(parent, tag, place.lang);
    this.content(element, text, y, place);
    element.end();
  }

  /** Writes a text below what stands there. */
  write(parent: StructureElement, tag: Tag, text: string, place: Place): void {
    const height = this.height(text, place);
    this.ensure(height);
    const { y } = this;
    this.put(parent, tag, text, y, place);
    this.y = y + height;
  }

  element(parent: StructureElement, tag: Tag, lang?: string): StructureElement {
    const element = this.doc.struct(tag, lang === undefined ? {} : { lang });
    parent.add(element);
    return element;
  }

  /** A header cell, which says what it heads. */
  header(parent: StructureElement, scope: 'Column' | 'Row'): StructureElement {
    const element = this.doc.struct('TH', { scope });
    parent.add(element);
    return element;
  }

  /** Text as the content of an element that stands in the tree. */
  content(element: StructureElement, text: string, y: number, place: Place): void {
    element.add(() => this.draw(text, y, place));
  }

  /** A line across the sheet; it says nothing. `within`: inside of what is an artifact already. */
  rule(y: number, colour: string = line, within = false, weight = 0.6): void {
    const { doc, left, width } = this;
    const draw = () => {
      doc
        .strokeColor(colour)
        .lineWidth(weight)
        .moveTo(left, y)
        .lineTo(left + width, y)
        .stroke();
    };
    if (within) draw();
    else this.artifact('Layout', draw);
  }

  /** What is drawn here is no part of what the document says. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  draw(text: string, y: number, place: Place): void {
    this.use(place.style);
    this.doc.fillColor(place.style.colour).text(glued(text), place.x, y, optionsOf(place));
  }

  private use({ font, size }: Style): void {
    this.doc.font(font).fontSize(size);
  }
}

function optionsOf({ width, align, figures }: Place) {
  return {
    width,
    lineGap: LINE_GAP,
    ...(align === undefined ? {} : { align }),
    ...(figures ? { features: ['tnum'] } : {}),
  };
}
