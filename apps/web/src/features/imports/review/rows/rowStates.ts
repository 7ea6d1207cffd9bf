import type { ImportRowClass, ImportRowOutcome } from "../../../../gql/graphql.js";
import type { Tone } from "../../../../ui/values/Badge.js";

/** What rows would do, in the order in which the review shows it. */
export const rowClasses = [
  "NEW",
  "LINE",
  "UPDATE",
  "UNCHANGED",
  "DUPLICATE",
  "UNDECIDED",
  "ERROR",
  "SKIPPED",
] as const satisfies ImportRowClass[];

/** What became of rows, in the order in which the result shows it. */
export const rowOutcomes = [
  "CREATED",
  "LINE",
  "UPDATED",
  "UNCHANGED",
  "SKIPPED",
  "FAILED",
] as const satisfies ImportRowOutcome[];

/** The colours of what rows would do. */
export const classTones: Record<ImportRowClass, Tone> = {
  NEW: "green",
  LINE: "green",
  UPDATE: "blue",
  UNCHANGED: "grey",
  DUPLICATE: "amber",
  UNDECIDED: "amber",
  ERROR: "red",
  SKIPPED: "grey",
};

/** The colours of what became of rows. */
export const outcomeTones: Record<ImportRowOutcome, Tone> = {
  CREATED: "green",
  LINE: "green",
  UPDATED: "blue",
  UNCHANGED: "grey",
  SKIPPED: "amber",
  FAILED: "red",
};
