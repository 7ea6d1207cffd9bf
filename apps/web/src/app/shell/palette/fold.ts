/** A text without case and accents, for comparing what a person types: "ações" becomes "acoes". */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
