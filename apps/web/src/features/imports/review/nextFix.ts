/** The cell after, or before, one that is being fixed, among those that are drawn around it. */
export function nextFix(from: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const around = from.closest("[role='grid'], [role='dialog']");
  const cells = Array.from(around?.querySelectorAll<HTMLElement>("[data-fix]") ?? []);
  const at = cells.indexOf(from);
  return at < 0 ? undefined : cells[at + by];
}
