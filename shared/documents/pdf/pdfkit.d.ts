/** What pdf/ uses of pdfkit 0.20: the published types know neither PDF/UA nor the scope of header cells. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';
  import type { Font } from 'fontkit';

  export type Tag =
    | 'Document'
    | 'Sect'
    | 'H1'
    | 'H2'
    | 'P'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Table'
    | 'THead'
    | 'TBody'
    | 'Caption'
    | 'TR'
    | 'TH'
    | 'TD';

  /** An element of the structure tree, which screen readers read. Ended once nothing more is added to it. */
  export interface StructureElement {
    add(child: StructureElement | (() => void)): this;
    end(): void;
  }

  export interface TextOptions {
    readonly width?: number;
    readonly align?: 'left' | 'right';
    readonly lineGap?: number;
    readonly lineBreak?: boolean;
    readonly features?: readonly string[];
  }

  export interface Margins {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  }

  export interface Options {
    readonly size: 'A4';
    readonly margins: Margins;
    readonly pdfVersion: '1.7';
    readonly subset: 'PDF/UA';
    readonly tagged: true;
    readonly displayTitle: true;
    readonly lang: string;
    readonly bufferPages: true;
    /** No standard font, which would be read from the package and could not be embedded. */
    readonly font: null;
    readonly info: {
      readonly Title: string;
      readonly Author: string;
      readonly Subject: string;
      readonly Creator: string;
      readonly Producer: string;
      readonly Keywords: string;
      readonly CreationDate: Date;
    };
  }

  export default class PDFDocument extends Readable {
    constructor(options: Options);
    readonly page: { readonly width: number; readonly height: number; margins: Margins };
    y: number;
    /** Which part of the standard it follows; as the number 1 it also lists the letters of each font (render.ts). */
    subset: number | string;
    addPage(): this;
    switchToPage(page: number): unknown;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    registerFont(name: string, source: Font): this;
    font(name: string): this;
    fontSize(points: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(points: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    text(text: string, x: number, y: number, options: TextOptions): this;
    heightOfString(text: string, options: TextOptions): number;
    struct(
      tag: Tag,
      options?: { readonly lang?: string; readonly scope?: 'Column' | 'Row'; readonly title?: string },
    ): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    end(): void;
  }
}
