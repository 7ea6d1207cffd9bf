import { foldTyped } from "./foldTyped.js";

/** A word of a line: as it was typed, and in small letters without accents. */
export interface LineWord {
  index: number;
  text: string;
  folded: string;
}

/** The words of a line, and which of them were understood as something else than the title. */
export interface LineWords {
  all: readonly LineWord[];
  taken: Set<number>;
}

/** Something that words of a line say. */
export interface Found {
  value: string;
  words: readonly number[];
}

/** Cuts a line into words; what is quoted after `#` or `@` is one. */
export function wordsOf(line: string): LineWords {
  const texts = line.match(/[#@]["“][^"”]*["”]?|\S+/g) ?? [];
  const all = texts.map((text, index) => ({
    index,
    text,
    folded: foldTyped(text).replace(/[,;.:!?]+$/, ""),
  }));
  return { all, taken: new Set() };
}

/** The words that say nothing but the title, as far as is known. */
export const freeWords = ({ all, taken }: LineWords): readonly LineWord[] =>
  all.filter(({ index }) => !taken.has(index));

/** All neighbouring words that are free, up to so many: longer phrases first, those on the left first. */
export function* phrasesIn(words: LineWords, most: number): Generator<readonly LineWord[]> {
  for (let length = most; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.all.length; start += 1) {
      const phrase = words.all.slice(start, start + length);
      if (phrase.every(({ index }) => !words.taken.has(index))) yield phrase;
    }
  }
}

/** The free words just before a phrase that only lead up to it ("até", "on the"), the phrase's own first. */
export function withLead(
  words: LineWords,
  phrase: readonly LineWord[],
  leads: ReadonlySet<string>,
): number[] {
  const indexes = phrase.map(({ index }) => index);
  for (let at = (indexes[0] ?? 0) - 1; at >= 0; at -= 1) {
    const word = words.all[at];
    if (!word || words.taken.has(at) || !leads.has(word.folded)) break;
    indexes.push(at);
  }
  return indexes;
}
