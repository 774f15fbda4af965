/** What pdf/ uses of fontkit, which pdfkit reads fonts with. */
declare module 'fontkit' {
  export interface Font {
    /** Every code point that the font has a letter for, in order. */
    readonly characterSet: readonly number[];
    glyphForCodePoint(codePoint: number): unknown;
  }
  export function create(bytes: Uint8Array): Font;
}
