import type { ColumnRule } from "../../platform/importer.js";

/** A column of the file with the field that it goes to, as an import keeps it. */
export interface StoredColumn {
  index: number;
  header: string;
  samples: string[];
  field: string | null;
  confidence: "exact" | "likely" | "check" | null;
  rule: ColumnRule;
}

/** Why an import stopped or waits: a code, and what its message names. */
export interface StoredProblem {
  code: string;
  params: Record<string, string | number>;
}

/** The queue of imports that are to be read and checked. */
export const CHECK_QUEUE = "check-import";

/** The queue of imports that are to be applied. */
export const RUN_QUEUE = "run-import";
