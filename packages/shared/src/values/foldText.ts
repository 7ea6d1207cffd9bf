/**
 * The text as it is compared with others: without accents, in lower case, and with every run of
 * punctuation or space as one space. "Razão-Social:" folds to "razao social".
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
