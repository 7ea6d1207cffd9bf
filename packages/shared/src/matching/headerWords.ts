import { foldText } from "../values/foldText.js";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

// Words that say whose field it is, or only join others; a header means the same without them.
const QUALIFIERS = words(
  "customer client cliente company empresa organization organisation organizacao account conta " +
    "business comercial billing cobranca faturamento faturacao main principal primary default " +
    "work office da de do das dos del la el of the a o e y and po",
);

// Whose a field is cannot be omitted where it ends the header: the "company" of "address company" is what it names.
const NOUNS = words(
  "customer client cliente company empresa organization organisation account conta",
);
const JOINING = words("da de do das dos del of la el the");

// Words that make a header mean something else than the field it otherwise names.
const FOREIGN = words(
  "shipping ship delivery entrega envio sa first last middle given family surname sobrenome " +
    "apellido apellidos primeiro home other outro otro secondary secundario alternate alternativo " +
    "fax old previous parent birth nascimento nacimiento linkedin linked facebook twitter instagram skype count " +
    "contact contato contacto person pessoa persona user usuario file arquivo card cartao bank banco " +
    "pai mae partner parceiro subject assunto type tipo label rotulo",
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

/** A header's key by which known ones are found: "C.I.F.", "CIF" and "c i f" are the same. */
export const squashed = (key: string): string => key.replaceAll(" ", "");

/** The words of a header's key that tell what it means, without qualifiers. */
export function tellingWords(key: string): string[] {
  const all = key.split(" ").filter((word) => word !== "");
  return all.filter((word, at) => {
    if (!QUALIFIERS.has(word)) return true;
    const endsHeader = at > 0 && at === all.length - 1 && !JOINING.has(all[at - 1] ?? "");
    return endsHeader && NOUNS.has(word);
  });
}

/** Whether a header's key has a word that makes it another field: a delivery address, a first name. */
export function isForeign(key: string): boolean {
  return key.split(" ").some((word) => FOREIGN.has(word));
}

// How exports say that a part belongs to the address that counts, the longest first.
const ADDRESS_PREFIXES = [
  "billing address",
  "bill to",
  "billing",
  "default address",
  "primary address",
  "main address",
  "mailing address",
  "mailing",
  "business address",
  "business",
  "work address",
  "company address",
  "customer address",
  "postal address",
  "po address",
  "po",
  "address 1",
  "address",
  "endereco de cobranca",
  "endereco de faturamento",
  "endereco principal",
  "endereco comercial",
  "endereco",
  "cobranca",
  "faturamento",
  "faturacao",
  "morada de faturacao",
  "morada",
  "fac",
  "direccion de facturacion",
  "direccion fiscal",
  "direccion",
].sort((a, b) => b.length - a.length);

/** What a header's key says of the address that it names: "billing city" is a "city"; null where it names none. */
export function addressPart(key: string): string | null {
  if (isForeign(key)) return null;
  const bare = key.replace(/ of address$| do endereco$| da morada$/, "");
  const prefix = ADDRESS_PREFIXES.find((one) => bare.startsWith(`${one} `));
  if (prefix) return bare.slice(prefix.length + 1);
  return bare === key ? null : bare;
}

/** What most headers of a file begin with and so says nothing, such as the "A1" of A1_COD; "" where there is nothing. */
export function commonPrefix(keys: readonly string[]): string {
  const filled = keys.filter((key) => key !== "");
  const [first = ""] = filled;
  const [word = ""] = first.split(" ");
  const sharing = filled.filter((key) => key.startsWith(`${word} `));
  return word !== "" && filled.length >= 4 && sharing.length >= filled.length * 0.8 ? word : "";
}

/** Whether two words differ by one letter at most (added, left out, replaced or swapped). */
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

/**
 * How much a header's words come to a known name's, 0 to 1: words that are abbreviated or misspelt by a
 * letter count, and a header that lacks a word of the name is not alike.
 */
export function likeness(header: readonly string[], name: readonly string[]): number {
  if (header.length === 0 || name.length === 0) return 0;
  const left = [...header];
  for (const word of name) {
    const at = left.findIndex((other) => alike(word, other));
    if (at < 0) return 0;
    left.splice(at, 1);
  }
  return (2 * name.length) / (header.length + name.length);
}
