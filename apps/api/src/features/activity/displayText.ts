/** A stored value as one line of text: lists separated by commas, objects as JSON; null if there is none. */
export function displayText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((one) => displayText(one) ?? "").join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
