import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Source Sans 3 (SIL Open Font License): Latin, Greek and Cyrillic; the letters in use are put into each file. */
const files = { regular: '400Regular/SourceSans3_400Regular.ttf', bold: '600SemiBold/SourceSans3_600SemiBold.ttf' };

export type Font = keyof typeof files;

export const fontNames = Object.keys(files) as readonly Font[];

/** Where the fonts lie beside a bundle (infra/aws/constructs/handler.ts); in the project they come from their package. */
const beside = new URL('fonts/', import.meta.url);

const read = new Map<Font, Uint8Array>();

/** The bytes of a font, read once per process. */
export function fontBytes(font: Font): Uint8Array {
  const known = read.get(font);
  if (known) return known;
  const bytes = readFileSync(pathOf(font));
  read.set(font, bytes);
  return bytes;
}

function pathOf(font: Font): string {
  const [, name = ''] = files[font].split('/');
  const bundled = new URL(name, beside);
  if (existsSync(bundled)) return fileURLToPath(bundled);
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${files[font]}`);
}
