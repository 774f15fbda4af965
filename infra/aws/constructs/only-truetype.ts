/**
 * Stands in for the Brotli decoder of fontkit in bundles: half a megabyte that only WOFF2 fonts need, and the fonts beside
 * the bundle are TrueType (handler.ts).
 */
export default function decompress(): never {
  throw new Error('This bundle reads TrueType fonts only: put a .ttf file beside it.');
}
