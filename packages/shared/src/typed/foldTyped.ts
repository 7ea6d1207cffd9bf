/** What was typed in small letters without accents and with single spaces; the marks between numbers stay, unlike in a search. */
export function foldTyped(text: string): string {
  const small = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return small.replace(/\s+/g, " ").trim();
}
