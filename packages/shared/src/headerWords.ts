import { foldText } from "./foldText.js";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

// Words that say whose field it is, or only join others; a header means the same without them.
const QUALIFIERS = words(
  "customer client cliente company empresa organization organisation organizacao account conta " +
    "business comercial billing cobranca faturamento faturacao main principal primary default " +
    "work office da de do das dos del la el of the a o e y and po",
);

// Words that make a header mean something else than the field it otherwise names.
const FOREIGN = words(
  "shipping ship delivery entrega envio sa first last middle given family surname sobrenome " +
    "apellido apellidos primeiro home other outro otro secondary secundario alternate alternativo " +
    "fax old previous parent birth nascimento nacimiento linkedin facebook twitter instagram count " +
    "number2 email2 contact contato contacto person pessoa persona user usuario file arquivo",
);

/** A header as it is compared: "emailWork", "E-Mail (work)" become words in lower case without accents. */
export function headerKey(header: string): string {
  const parted = header
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{Ll})(\d)/gu, "$1 $2")
    .replace(/[#№]/g, " no ");
  return foldText(parted);
}

/** The words of a header's key that tell what it means, without qualifiers. */
export function tellingWords(key: string): string[] {
  return key.split(" ").filter((word) => word !== "" && !QUALIFIERS.has(word));
}

/** Says whether a header's key has a word that makes it another field: a delivery address, a first name. */
export function isForeign(key: string): boolean {
  return key.split(" ").some((word) => FOREIGN.has(word));
}

/** Whether two words differ by one letter at the most (added, left out, replaced or swapped). */
function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = restA.length === 2 && restB === `${restA[1]}${restA[0]}`;
  return swapped || Math.max(restA.length, restB.length) <= 1;
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length <= 3 && long.startsWith(short)) return true;
  return short.length >= 5 && oneLetterApart(a, b);
}

/** How much two headers' words overlap, 0 to 1; words that are abbreviated or misspelt by a letter count. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.findIndex((other) => alike(word, other));
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length);
}
