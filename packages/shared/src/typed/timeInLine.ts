import { type Found, type LineWord, type LineWords, phrasesIn, withLead } from "./lineWords.js";
import { readTime } from "./typedTime.js";

const LEADS = new Set(["as", "a", "at", "pelas", "ao", "das", "from"]);
const NAMED: Readonly<Record<string, string>> = {
  "meio-dia": "12:00",
  noon: "12:00",
  midday: "12:00",
};
// "reunião de 2h" lasts so long.
const LASTING = new Set(["de", "por", "for", "of", "durante", "em", "in", "menos"]);
const WRITTEN_AS_TIME = /^\d{1,2}(?::\d{2}|h(?:\d{2})?|h\d{2}min)$/;
const TWELVE = /^\d{1,2}(?::\d{2})? ?(?:am|pm)$/;
const HOURS = /^(\d{1,2}) horas?$/;

/** The time of day that a line says: "10h", "10h30", "às 10", "at 9:15 pm", "noon". */
export function findTime(words: LineWords): Found | null {
  for (const phrase of phrasesIn(words, 2)) {
    const value = timeOf(phrase, words);
    if (value)
      return { value, words: [...withLead(words, phrase, LEADS), ...endOf(words, phrase)] };
  }
  return null;
}

function timeOf(phrase: readonly LineWord[], words: LineWords): string | null {
  const text = phrase.map(({ folded }) => folded).join(" ");
  const before = words.all[(phrase[0]?.index ?? 0) - 1];
  if (before && LASTING.has(before.folded)) return null;
  if (Object.hasOwn(NAMED, text)) return NAMED[text] ?? null;
  if (WRITTEN_AS_TIME.test(text) || TWELVE.test(text)) return readTime(text);
  const hours = HOURS.exec(text);
  // A number alone is a time after "às" and "at" only; "as" without its accent begins "as 10 faturas".
  const led = before !== undefined && /^(às|at)$/i.test(before.text);
  if (hours) return led || before?.folded === "as" ? readTime(hours[1] ?? "") : null;
  return led && /^\d{1,2}$/.test(text) ? readTime(text) : null;
}

// The second half of "das 10h às 12h", which a task does not keep.
function endOf(words: LineWords, phrase: readonly LineWord[]): number[] {
  const last = phrase.at(-1)?.index ?? 0;
  const [joint, end] = words.all.slice(last + 1, last + 3);
  const from = words.all[(phrase[0]?.index ?? 0) - 1]?.folded;
  if (!joint || !end || (from !== "das" && from !== "from")) return [];
  const ends = /^(as|to|until|ate)$/.test(joint.folded) && readTime(end.folded) !== null;
  return ends ? [joint.index, end.index] : [];
}
