/** A value with a label, as e-mail addresses and phones are stored; one without has no `label` key. */
interface LabeledValue {
  value: string;
  label?: string;
}

const isLabeledValue = (value: object): value is LabeledValue =>
  "value" in value && typeof value.value === "string" && Object.keys(value).length <= 2;

const labeled = ({ value, label }: LabeledValue): string =>
  label === undefined ? value : `${value} (${label})`;

/** A stored value as one line of text: lists separated by commas, labels in brackets, other objects as JSON; null if there is none. */
export function displayText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((one) => displayText(one) ?? "").join(", ");
  if (typeof value !== "object") return String(value);
  return isLabeledValue(value) ? labeled(value) : JSON.stringify(value);
}
