const MAX_LENGTH = 160;
// How much of the text stands in front of the word that was found.
const BEFORE = 40;

/** A text without case and accents, character by character, so that places in it are places in the text. */
const folded = (text: string): string =>
  Array.from(text, (character) => {
    const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.length === character.length ? plain : character;
  }).join("");

/** The part of a long text around the first of the words in it, in one line; a short text is left as it is. */
export function excerptOf(text: string, words: readonly string[]): string {
  if (text.length <= MAX_LENGTH) return text;
  const plain = folded(text);
  const places = words.map((word) => plain.indexOf(folded(word))).filter((place) => place >= 0);
  const start = Math.max(
    0,
    Math.min(text.length - MAX_LENGTH, Math.min(...places, text.length) - BEFORE),
  );
  const from = places.length === 0 ? 0 : start;
  const part = text
    .slice(from, from + MAX_LENGTH)
    .toWellFormed()
    .replace(/\s+/g, " ")
    .trim();
  return `${from > 0 ? "…" : ""}${part}${from + MAX_LENGTH < text.length ? "…" : ""}`;
}
