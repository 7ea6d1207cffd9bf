import { bitsOf, type Look, looksOf } from "../sheets/looks.js";
import { ConventionDetector, type DetectedConventions } from "../sheets/sheetConventions.js";
import { isBlank } from "../values/textRules.js";

/** Values of a column that are kept with how often they are there. */
const KEPT_VALUES = 200;
const KEPT_LENGTH = 80;
/** So many different values are distinguished; what comes after them counts as new. */
const TOLD_APART = 5_000;

/** A value of a column, and in how many of its rows it stands. */
export interface ColumnValue {
  text: string;
  rows: number;
}

/** What the cells of a column are like, all of them: counted, not sampled. */
export interface ColumnProfile {
  /** Cells that are not blank. */
  filled: number;
  /** Different values, up to 5,000. */
  distinct: number;
  /** Cells that say what another above them says. */
  repeated: number;
  /** How many cells have these looks (see `bitsOf`) and no others. */
  shapes: (readonly [looks: number, cells: number])[];
  /** The first different values, up to 200, shortened to 80 characters. */
  values: ColumnValue[];
  /** How its numbers and dates are written. */
  conventions: DetectedConventions;
}

const WRITTEN = bitsOf(["number", "date"]);

/** Counts what the cells of a column are like while they pass. */
export class ColumnProfiler {
  private filled = 0;
  private repeated = 0;
  private readonly seen = new Set<string>();
  private readonly shapes = new Map<number, number>();
  private readonly values = new Map<string, { rows: number; looks: number }>();

  private readonly conventions = new ConventionDetector();

  /** Takes the next cell; `isText` says that the file holds no real number or date there. */
  add(cell: string, isText = true): void {
    if (cell === "" || isBlank(cell)) return;
    this.filled += 1;
    const text = cell.trim();
    const known = this.values.get(text);
    const looks = known?.looks ?? looksOf(text);
    this.shapes.set(looks, (this.shapes.get(looks) ?? 0) + 1);
    if (isText && (looks & WRITTEN) !== 0) this.conventions.add(text);
    if (known) {
      known.rows += 1;
      this.repeated += 1;
    } else if (this.seen.has(text)) {
      this.repeated += 1;
    } else if (this.seen.size < TOLD_APART) {
      this.seen.add(text);
      if (this.values.size < KEPT_VALUES) this.values.set(text, { rows: 1, looks });
    }
  }

  profile(): ColumnProfile {
    return {
      filled: this.filled,
      distinct: this.seen.size,
      repeated: this.repeated,
      shapes: [...this.shapes],
      values: [...this.values].map(([text, { rows }]) => ({
        text: text.slice(0, KEPT_LENGTH).toWellFormed(),
        rows,
      })),
      conventions: this.conventions.detected(),
    };
  }
}

/** The profile of a column with these cells. */
export function profileOf(cells: Iterable<string>): ColumnProfile {
  const profiler = new ColumnProfiler();
  for (const cell of cells) profiler.add(cell);
  return profiler.profile();
}

/** The share of a column's filled cells that have one of these looks and none of those; null where all are blank. */
export function shareLike(
  { filled, shapes }: ColumnProfile,
  like: readonly Look[],
  unlike: readonly Look[] = [],
): number | null {
  if (filled === 0) return null;
  const [wanted, unwanted] = [bitsOf(like), bitsOf(unlike)];
  let fitting = 0;
  for (const [looks, cells] of shapes) {
    const fits = (like.length === 0 || (looks & wanted) !== 0) && (looks & unwanted) === 0;
    if (fits) fitting += cells;
  }
  return fitting / filled;
}

/** The share of a column's kept values, by their rows, that pass a test; null where there are none. */
export function sharePassing(
  { values }: ColumnProfile,
  test: (text: string) => boolean,
): number | null {
  let all = 0;
  let passing = 0;
  for (const { text, rows } of values) {
    all += rows;
    if (test(text)) passing += rows;
  }
  return all === 0 ? null : passing / all;
}
