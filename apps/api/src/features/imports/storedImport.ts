import type { MatchReason } from "@clientela/shared/matching/candidates";
import type { ColumnValue } from "@clientela/shared/matching/columnProfile";
import type { ColumnRule, RowIssue } from "../../platform/sheets/importer.js";
import type { FoundConventions } from "../spreadsheets/sheetChoice.js";

/**
 * Why a column goes to its field, waits for a person, or is excluded: as matched, as in the last import of
 * such a file ("remembered"), or as a person or program chose ("chosen", "leftOut").
 */
export type ColumnReason = MatchReason | "remembered" | "chosen" | "leftOut";

/** A column of the file and its field, as an import stores it. */
export interface StoredColumn {
  index: number;
  header: string;
  samples: string[];
  /** The number of cells that are not blank, of those that were sampled. */
  filled: number;
  field: string | null;
  /** 0 for the first column of its field; later ones are used where those before are blank. */
  place: number;
  /** The suggested field, for a person to confirm; until then the column is not imported. */
  suggestion: string | null;
  confidence: "exact" | "likely" | "check" | null;
  reason: ColumnReason;
  rule: ColumnRule;
  /** The conventions of its numbers and dates, as detected or chosen. */
  conventions: FoundConventions;
  /** Its distinct values, where they are few. */
  values: ColumnValue[];
  /** What a person mapped values to, by the normalized value: one of the field's choices, or nothing. */
  meanings: Record<string, string | null>;
}

/** Whether a person or program chose the field, now or in the last import of such a file. */
export const isSettled = ({ reason }: Pick<StoredColumn, "reason">): boolean =>
  reason === "remembered" || reason === "chosen" || reason === "leftOut";

/** What the parsing of cells depends on. */
export const readingOf = (columns: readonly StoredColumn[]) =>
  columns.map(({ field, place, reason, meanings, conventions: { dateOrder, decimal } }) => ({
    field,
    place,
    isChosen: reason === "chosen",
    meanings,
    dateOrder,
    decimal,
  }));

/** The columns of a field, in the order of precedence. */
export const columnsTo = (
  columns: readonly StoredColumn[],
  field: string,
): readonly StoredColumn[] =>
  columns
    .filter((column) => column.field === field)
    .sort((a, b) => a.place - b.place || a.index - b.index);

/** The column of the file that an issue is about; null where it is about the row. */
export function columnOfIssue(
  columns: readonly StoredColumn[],
  { field, column }: Pick<RowIssue, "field" | "column">,
): number | null {
  if (column !== undefined) return column;
  return field === null ? null : (columnsTo(columns, field)[0]?.index ?? null);
}

/** Why an import stopped or waits: a code, and the values of its message. */
export interface StoredProblem {
  code: string;
  params: Record<string, string | number>;
}

/** How many rows have an issue of one kind in one field, or in one of its columns. */
export interface StoredProblemSum {
  code: string;
  field: string | null;
  column: number | null;
  severity: "error" | "warning";
  rows: number;
}

/** What a check has to repeat: everything from the file on, from its cells on, some of them, or the plan alone. */
export type Stale = "FILE" | "MATCH" | "CELLS" | "PLAN";

const WEIGHT: Record<Stale, number> = { PLAN: 1, CELLS: 2, MATCH: 3, FILE: 4 };

/** The wider one of two scopes. */
export const staler = (a: Stale | null, b: Stale): Stale => (a && WEIGHT[a] > WEIGHT[b] ? a : b);

/** The queue of imports to parse and check. */
export const CHECK_QUEUE = "check-import";

/** The queue of imports to apply. */
export const RUN_QUEUE = "run-import";

/** The queue of imports to revert. */
export const UNDO_QUEUE = "undo-import";
