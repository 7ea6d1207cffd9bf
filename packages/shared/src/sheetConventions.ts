import { type DateOrder, dateOrderOf } from "./sheetDates.js";
import { type DecimalMark, decimalMarkOf } from "./sheetNumbers.js";

/** How the numbers and dates of a column are written. */
export interface Conventions {
  decimal: DecimalMark;
  dateOrder: DateOrder;
}

/** How programs write: the conventions of a cell that holds a real number or date, and of our own export. */
export const PLAIN: Conventions = { decimal: ".", dateOrder: "ymd" };

/**
 * What samples say about a convention: it is "certain", "ambiguous" (each sample can be read both
 * ways, so ask), "mixed" (samples contradict one another) or "absent" (nothing depends on it).
 */
export interface Detected<Convention> {
  value: Convention | null;
  certainty: "certain" | "ambiguous" | "mixed" | "absent";
}

function weigh<Convention extends string>(
  samples: Iterable<string>,
  read: (text: string) => Convention | "either" | null,
): Detected<Convention> {
  const counts = new Map<Convention, number>();
  let either = false;
  for (const sample of samples) {
    const proof = read(sample);
    if (proof === "either") either = true;
    else if (proof !== null) counts.set(proof, (counts.get(proof) ?? 0) + 1);
  }
  const [most, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined) return { value: null, certainty: either ? "ambiguous" : "absent" };
  return { value: most[0], certainty: second === undefined ? "certain" : "mixed" };
}

/**
 * The conventions of one column, told from the texts of its cells; where they are mixed, the more
 * frequent one. Give it texts only: a cell that holds a real number or date follows `PLAIN`.
 */
export function detectConventions(samples: readonly string[]): {
  decimal: Detected<DecimalMark>;
  dateOrder: Detected<DateOrder>;
} {
  return { decimal: weigh(samples, decimalMarkOf), dateOrder: weigh(samples, dateOrderOf) };
}
