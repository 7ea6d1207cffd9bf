import type {
  ImportColumnReason,
  ImportColumnRule,
  ImportColumnStatus,
  ImportDateOrder,
  ImportDecimalMark,
} from "../../../gql/graphql.js";

/** Where a column of the file goes, and what it may do to a field that has a value. */
export interface ColumnChoice {
  index: number;
  field: string | null;
  /** Whether it is only a fallback for when the field's other columns are blank. */
  fallback: boolean;
  rule: ImportColumnRule;
}

/** What a person changes about a column. */
export type ColumnChange = Partial<Pick<ColumnChoice, "field" | "fallback" | "rule">>;

/** How the dates and numbers of a column are written; null where nothing depends on it, or it is not known. */
export interface ColumnConventions {
  dateOrder: ImportDateOrder | null;
  decimalMark: ImportDecimalMark | null;
}

/** A value of a column whose field takes one of a list, and what it is mapped to. */
export interface ColumnValue {
  value: string;
  rows: number;
  mappedTo: string | null;
  isChosen: boolean;
}

/** A column of the file, as it came from the server. */
export interface ReadColumn extends ColumnChoice, ColumnConventions {
  header: string;
  samples: readonly string[];
  filledRows: number;
  status: ImportColumnStatus;
  reason: ImportColumnReason;
  /** The field that it may belong to, subject to a person's decision. */
  suggestion: string | null;
  confidence: string | null;
  values: readonly ColumnValue[];
}

/** How sure it is that a column goes where it goes. */
export type Sureness = "exact" | "likely" | "check" | "chosen" | "none";

/** How sure a match is. A person's own choice is "chosen", also before the server knows of it. */
export function surenessOf(column: ReadColumn, choice: ColumnChoice): Sureness {
  if (choice.field === null) {
    return column.suggestion !== null && column.field === null ? "check" : "none";
  }
  if (choice.field !== column.field || column.reason === "CHOSEN") return "chosen";
  switch (column.confidence) {
    case "exact":
    case "likely":
      return column.confidence;
    default:
      return "chosen";
  }
}

const worries: Record<Sureness, number> = { check: 0, none: 1, likely: 2, chosen: 3, exact: 3 };
const last = 4;

/**
 * The columns' indexes with those first that need a person: those to check, then those that stay out. A
 * column without a value that goes nowhere needs nobody and comes last.
 */
export function byWorry(columns: readonly ReadColumn[]): number[] {
  return columns
    .map((column) => {
      const sureness = surenessOf(column, column);
      const isIdle = sureness === "none" && column.filledRows === 0;
      return { index: column.index, worry: isIdle ? last : worries[sureness] };
    })
    .sort((a, b) => a.worry - b.worry || a.index - b.index)
    .map(({ index }) => index);
}

/** The choices with one column changed; a column that had its field leaves it, unless it only stands in. */
export function withChange(
  choices: readonly ColumnChoice[],
  index: number,
  change: ColumnChange,
): ColumnChoice[] {
  const { field = null, fallback = false } = change;
  return choices.map((choice) => {
    if (choice.index === index) return { ...choice, ...change };
    const leaves = field !== null && !fallback && choice.field === field && !choice.fallback;
    return leaves ? { ...choice, field: null } : choice;
  });
}

/** The name of a column that has no header, as spreadsheets count them: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (index % 26));
}
