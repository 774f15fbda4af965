import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

/** Source Sans 3 (SIL Open Font License): Latin, Greek and Cyrillic; the letters in use are put into each file. */
const files = { regular: '400Regular/SourceSans3_400Regular.ttf', bold: '600SemiBold/SourceSans3_600SemiBold.ttf' };

export type FontName = keyof typeof files;

export const fontNames = Object.keys(files) as readonly FontName[];

/** Where the fonts lie beside a bundle (infra/aws/constructs/handler.ts); in the project they come from their package. */
const beside = new URL('fonts/', import.meta.url);

const read = new Map<FontName, Font>();

/** A font, read and taken apart once per process: that takes longer than a document. */
export function fontOf(name: FontName): Font {
  const known = read.get(name);
  if (known) return known;
  const font = create(readFileSync(pathOf(name)));
  nameLetters(font);
  read.set(name, font);
  return font;
}

/**
 * Several characters can share a letter shape (the space and the no-break space, Δ and ∆). fontkit remembers for which it
 * was first asked, and that is written into files: asked here in order, it does not matter what was printed before. The
 * ready-made ligatures are left out: theirs are the letters they join.
 */
function nameLetters(font: Font): void {
  for (const codePoint of font.characterSet) {
    if (codePoint < 0xfb00 || codePoint > 0xfb4f) font.glyphForCodePoint(codePoint);
  }
}

function pathOf(name: FontName): string {
  const [, file = ''] = files[name].split('/');
  const bundled = new URL(file, beside);
  if (existsSync(bundled)) return fileURLToPath(bundled);
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${files[name]}`);
}
