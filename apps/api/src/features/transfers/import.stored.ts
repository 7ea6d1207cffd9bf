import type { ColumnRule } from "../../platform/sheets/importer.js";
import type { FoundConventions } from "./reading/sheetChoice.js";

/** A column of the file with the field that it goes to, as an import keeps it. */
export interface StoredColumn {
  index: number;
  header: string;
  samples: string[];
  field: string | null;
  confidence: "exact" | "likely" | "check" | null;
  rule: ColumnRule;
  /** How its numbers and dates are written, as found or chosen. */
  conventions: FoundConventions;
}

/** Why an import stopped or waits: a code, and what its message names. */
export interface StoredProblem {
  code: string;
  params: Record<string, string | number>;
}

/** How many rows have a problem of one kind in one field. */
export interface StoredProblemSum {
  code: string;
  field: string | null;
  severity: "error" | "warning";
  rows: number;
}

/** What a check has to do anew: all from the file on, from its cells on, some of them, or the plan alone. */
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
