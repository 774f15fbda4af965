/** Letters that do not come apart into a Latin letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  ı: 'i',
};

/**
 * The form in which names of cities are compared: without case, accents and punctuation. `Aarhus` and `Århus`, `Muenchen`
 * and `München`, `St. Gallen` and `Sankt Gallen` come out the same.
 */
export function spelling(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æøœßþðđħłı]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b(?:saint|sainte|sankt|ste)\b/g, 'st')
    .replace(/a[ae]|oe|ue/g, (pair) => pair.charAt(0));
}
