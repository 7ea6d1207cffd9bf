// Signs below 0xC0 that stand between letters in Windows-1252: letters, quotes, dashes, ordinals, a space.
const IN_WORDS = new Set([
  ...[0x85, 0x8a, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9a, 0x9c, 0x9e],
  ...[0x9f, 0xa0, 0xa7, 0xa8, 0xa9, 0xaa, 0xab, 0xad, 0xae, 0xb0, 0xb4, 0xb7, 0xb8, 0xba, 0xbb],
]);
const LETTER = /[A-Za-z]/;
const SMALL = /[a-z]/;

/**
 * Whether Windows-1252 shows a byte between two characters as what no word has there: a sign that is no letter
 * ("£ukasz" for "Łukasz"), or a capital between small letters ("SÆo" for "São").
 */
export function isOddIn1252(before: string, byte: number, after: string): boolean {
  if (byte >= 0xc0) return byte <= 0xde && SMALL.test(after) && LETTER.test(before);
  return !IN_WORDS.has(byte) && LETTER.test(after);
}
