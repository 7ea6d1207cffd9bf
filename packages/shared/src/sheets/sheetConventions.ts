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
 * What samples say about a convention: it is "certain", "ambiguous" (some can be read both ways and the others do not
 * settle it, so ask), "mixed" (samples contradict one another, each clear by itself) or "absent" (nothing depends on
 * it). "chosen" is what a person said instead.
 */
export interface Detected<Convention> {
  value: Convention | null;
  certainty: "certain" | "ambiguous" | "mixed" | "absent" | "chosen";
}

/** From this share of contradicting samples on, the more frequent convention says nothing of those that can be read both ways. */
const CONTRADICTING = 0.05;

/** Weighs what texts say about one convention while they pass. */
class Scale<Convention extends string> {
  private readonly counts = new Map<Convention, number>();
  private either = false;

  constructor(private readonly read: (text: string) => Convention | "either" | null) {}

  add(text: string): void {
    const proof = this.read(text);
    if (proof === "either") this.either = true;
    else if (proof !== null) this.counts.set(proof, (this.counts.get(proof) ?? 0) + 1);
  }

  detected(): Detected<Convention> {
    const [most, second] = [...this.counts].sort((a, b) => b[1] - a[1]);
    if (most === undefined) {
      return { value: null, certainty: this.either ? "ambiguous" : "absent" };
    }
    if (second === undefined) return { value: most[0], certainty: "certain" };
    const isOpen = this.either && second[1] >= most[1] * CONTRADICTING;
    return { value: most[0], certainty: isOpen ? "ambiguous" : "mixed" };
  }
}

/** What was found about how a column's numbers and dates are written. */
export interface DetectedConventions {
  decimal: Detected<DecimalMark>;
  dateOrder: Detected<DateOrder>;
}

/**
 * Tells the conventions of a column from the texts of its cells while they pass; where they are mixed, the
 * more frequent one. Give it texts only: a cell that holds a real number or date follows `PLAIN`.
 */
export class ConventionDetector {
  private readonly decimal = new Scale(decimalMarkOf);
  private readonly dateOrder = new Scale(dateOrderOf);

  add(text: string): void {
    this.decimal.add(text);
    this.dateOrder.add(text);
  }

  detected(): DetectedConventions {
    return { decimal: this.decimal.detected(), dateOrder: this.dateOrder.detected() };
  }
}

/** The conventions of one column, found from the texts of its cells. */
export function detectConventions(samples: Iterable<string>): DetectedConventions {
  const detector = new ConventionDetector();
  for (const sample of samples) detector.add(sample);
  return detector.detected();
}
