import type { ImportColumnRule, ImportDateOrder, ImportDecimalMark } from "../../../gql/graphql.js";

/** Where a column of the file goes, and what it may do to a field that has a value. */
export interface ColumnChoice {
  index: number;
  field: string | null;
  rule: ImportColumnRule;
}

/** How the dates and numbers of a column are written; null where nothing depends on it, or it is not known. */
export interface ColumnConventions {
  dateOrder: ImportDateOrder | null;
  decimalMark: ImportDecimalMark | null;
}

/** A column of the file, as it came from the server. */
export interface ReadColumn extends ColumnChoice, ColumnConventions {
  header: string;
  samples: readonly string[];
  confidence: string | null;
}

/** How sure it is that a column goes where it goes. */
export type Sureness = "exact" | "likely" | "check" | "chosen" | "none";

/**
 * How sure a match is. A person's own choice is "chosen", also where it is what was found, once
 * they went there and back.
 */
export function surenessOf(column: ReadColumn, choice: ColumnChoice): Sureness {
  if (choice.field === null) return "none";
  if (choice.field !== column.field) return "chosen";
  switch (column.confidence) {
    case "exact":
    case "likely":
    case "check":
      return column.confidence;
    default:
      return "chosen";
  }
}

const worries: Record<Sureness, number> = { none: 0, check: 1, likely: 2, chosen: 3, exact: 3 };

const isEmpty = ({ samples }: ReadColumn) => samples.every((sample) => sample.trim() === "");
const last = 4;

/**
 * The columns' indexes with those first that need a person: unmatched, then doubtful ones. A column
 * without a field and without a value needs nobody and comes last.
 */
export function byWorry(columns: readonly ReadColumn[]): number[] {
  return columns
    .map((column) => {
      const sureness = surenessOf(column, column);
      const worry = sureness === "none" && isEmpty(column) ? last : worries[sureness];
      return { index: column.index, worry };
    })
    .sort((a, b) => a.worry - b.worry || a.index - b.index)
    .map(({ index }) => index);
}

/** The choices with one column sent to a field; a column that had the field before loses it. */
export function withField(
  choices: readonly ColumnChoice[],
  index: number,
  field: string | null,
): ColumnChoice[] {
  return choices.map((choice) => {
    if (choice.index === index) return { ...choice, field };
    return field !== null && choice.field === field ? { ...choice, field: null } : choice;
  });
}

/** The name of a column that has no header, as spreadsheets count them: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (index % 26));
}
