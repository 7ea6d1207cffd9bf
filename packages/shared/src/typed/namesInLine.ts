import type { Found, LineWord, LineWords } from "./lineWords.js";

// They join the words of a name: "Casa das Tintas", "Lima & Filhos".
const JOINING = new Set([
  "de",
  "da",
  "do",
  "das",
  "dos",
  "e",
  "&",
  "of",
  "and",
  "the",
  "del",
  "la",
]);

/** The customer after `#` and the person after `@`: one word, those in quotes, or as many as are written large. */
export function findNames(words: LineWords): { customer: Found | null; person: Found | null } {
  return { customer: nameAfter("#", words), person: nameAfter("@", words) };
}

function nameAfter(mark: "#" | "@", { all }: LineWords): Found | null {
  const first = all.find(({ text }) => text.startsWith(mark) && text.length > 1);
  if (!first) return null;
  const quoted = /^.["“]([^"”]*)/.exec(first.text);
  const name = quoted ? [first] : [first, ...largeWordsAfter(first, all)];
  const value =
    quoted?.[1] ??
    name
      .map(({ text }) => text)
      .join(" ")
      .slice(1);
  const cleaned = value.replace(/[,;.]+$/, "").trim();
  return cleaned ? { value: cleaned, words: name.map(({ index }) => index) } : null;
}

const isLarge = ({ text }: LineWord) => /^[\p{Lu}\d]/u.test(text) && !/^\d+([:h/.-]|$)/.test(text);

// A first word in small letters is a word alone: nothing says where its name would end.
function largeWordsAfter(first: LineWord, all: readonly LineWord[]): readonly LineWord[] {
  if (!/^.[\p{Lu}\d]/u.test(first.text) || /[,;.]$/.test(first.text)) return [];
  const rest = all.slice(first.index + 1);
  let length = 0;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at];
    if (!word) break;
    if (isLarge(word)) length = at + 1;
    else if (!JOINING.has(word.folded)) break;
    if (/[,;.]$/.test(word.text)) break;
  }
  return rest.slice(0, length);
}
