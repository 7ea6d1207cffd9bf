/** A stored value as a line of text: lists by commas, what has parts as JSON; null where there is none. */
export function displayText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((one) => displayText(one) ?? "").join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
