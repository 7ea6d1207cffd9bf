import type { ImportStatus } from "../../../gql/graphql.js";
import type { ImportStepId } from "../../../paths.js";

/** The steps of an import, in their order. */
export const importSteps = [
  "upload",
  "match",
  "review",
  "run",
  "result",
] as const satisfies ImportStepId[];

/** One of the steps. */
export type ImportStep = ImportStepId;

/** What decides on the steps: how far the import is, and what is known of the file. */
export interface ImportPlace {
  status: ImportStatus;
  /** Whether the file's columns are known. */
  read: boolean;
  /** Whether rows were written. */
  applied: boolean;
  /** Whether a person has to decide what a column is. */
  toCheck: boolean;
}

/** The steps that can be opened, in their order; the last one is as far as the import is. */
export function openSteps({ status, read, applied }: ImportPlace): readonly ImportStep[] {
  switch (status) {
    case "READING":
      return read ? ["upload", "match"] : ["upload"];
    case "MATCHING":
      return ["upload", "match"];
    case "CHECKING":
      return ["upload", "match", "review"];
    case "READY":
      return ["upload", "match", "review", "run"];
    case "RUNNING":
    case "PAUSED":
      return ["run"];
    case "DONE":
    case "CANCELLED":
    case "UNDOING":
    case "UNDONE":
      return ["result"];
    case "FAILED":
      return applied ? ["result"] : ["upload"];
  }
}

/** The step to show: the requested one if it can be opened, else the one that is due. */
export function stepToShow(place: ImportPlace, requested: string | null): ImportStep {
  const open = openSteps(place);
  const found = open.find((step) => step === requested);
  if (found) return found;
  if (place.status === "READY") return place.toCheck ? "match" : "review";
  if (place.status === "FAILED" && !place.applied) return "upload";
  return open.at(-1) ?? "upload";
}

/** Whether the server is at work on the import, so that it changes by itself. */
export function isActive(status: ImportStatus): boolean {
  return ["READING", "CHECKING", "RUNNING", "UNDOING"].includes(status);
}
