import type { Format } from "./format.js";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A number of bytes as people read it: "1,4 MB". */
export function fileSize(bytes: number, format: Format): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return format.number(bytes / 1000 ** step, {
    style: "unit",
    unit: units[step],
    // The short form has no plural: "787 byte".
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step === 0 ? 0 : 1,
  });
}
