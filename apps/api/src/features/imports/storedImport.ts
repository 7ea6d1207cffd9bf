import type { MatchReason } from "@clientela/shared/matching/candidates";
import type { ColumnValue } from "@clientela/shared/matching/columnProfile";
import type { ColumnRule, RowIssue } from "../../platform/sheets/importer.js";
import type { FoundConventions } from "../spreadsheets/sheetChoice.js";

/**
 * Why a column goes where it goes, waits for a person, or stays out: as the match found, or as the last import of
 * such a file had it ("remembered"), or as a person or program said ("chosen", "leftOut").
 */
export type ColumnReason = MatchReason | "remembered" | "chosen" | "leftOut";

/** A column of the file with the field that it goes to, as an import keeps it. */
export interface StoredColumn {
  index: number;
  header: string;
  samples: string[];
  /** Cells that are not blank, of those that were looked at. */
  filled: number;
  field: string | null;
  /** 0 for the column that its field is taken from; those after it count where the ones before are blank. */
  place: number;
  /** The field that it may mean, for a person to confirm; nothing goes there until then. */
  suggestion: string | null;
  confidence: "exact" | "likely" | "check" | null;
  reason: ColumnReason;
  rule: ColumnRule;
  /** How its numbers and dates are written, as found or chosen. */
  conventions: FoundConventions;
  /** Its different values, where they are few. */
  values: ColumnValue[];
  /** What a person said that values mean, by the value as it is compared: one of the field's choices, or nothing. */
  meanings: Record<string, string | null>;
}

/** Whether a person or program said where a column goes, now or when such a file was imported last. */
export const isSettled = ({ reason }: Pick<StoredColumn, "reason">): boolean =>
  reason === "remembered" || reason === "chosen" || reason === "leftOut";

/** What decides on how the cells of columns are read. */
export const readingOf = (columns: readonly StoredColumn[]) =>
  columns.map(({ field, place, reason, meanings, conventions: { dateOrder, decimal } }) => ({
    field,
    place,
    isChosen: reason === "chosen",
    meanings,
    dateOrder,
    decimal,
  }));

/** The columns that go to a field, in the order in which they are looked at. */
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

/** Why an import stopped or waits: a code, and what its message names. */
export interface StoredProblem {
  code: string;
  params: Record<string, string | number>;
}

/** How many rows have a problem of one kind in one field, or in one of its columns. */
export interface StoredProblemSum {
  code: string;
  field: string | null;
  column: number | null;
  severity: "error" | "warning";
  rows: number;
}

/** What a check has to do again: all from the file on, from its cells on, some of them, or the plan alone. */
export type Stale = "FILE" | "MATCH" | "CELLS" | "PLAN";

const WEIGHT: Record<Stale, number> = { PLAN: 1, CELLS: 2, MATCH: 3, FILE: 4 };

/** The one of two that holds the other. */
export const staler = (a: Stale | null, b: Stale): Stale => (a && WEIGHT[a] > WEIGHT[b] ? a : b);

/** The queue of imports that are to be read and checked. */
export const CHECK_QUEUE = "check-import";

/** The queue of imports that are to be applied. */
export const RUN_QUEUE = "run-import";

/** The queue of imports that are to be taken back. */
export const UNDO_QUEUE = "undo-import";
