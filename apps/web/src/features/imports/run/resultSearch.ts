/** The URL of the result with some of its rows: of an outcome, those that undoing keeps, or all. */
export function resultSearch(rows: string | null): { search: string } {
  return { search: rows === null ? "?step=result" : `?step=result&show=${rows}` };
}
