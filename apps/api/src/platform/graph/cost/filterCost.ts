// Whether records are found by others that belong to them takes reading these.
const COST_OF_RELATED = 100;
const RELATED = new Set(["some", "none"]);
const GROUPS = new Set(["and", "or"]);

/** What a filter costs for the related records that it speaks of, however deep; whatever else is no filter costs nothing. */
export function costOfFilter(value: unknown): number {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  return Object.entries(value).reduce((sum, [name, inner]: [string, unknown]) => {
    if (inner == null) return sum;
    const parts: unknown[] = GROUPS.has(name) && Array.isArray(inner) ? inner : [inner];
    const within = parts.reduce<number>((total, part) => total + costOfFilter(part), 0);
    return sum + within + (RELATED.has(name) ? COST_OF_RELATED : 0);
  }, 0);
}
