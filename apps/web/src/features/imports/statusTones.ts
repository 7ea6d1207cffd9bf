import type { ImportStatus } from "../../gql/graphql.js";
import type { Tone } from "../../ui/values/Badge.js";

/** The colours of an import's status: amber waits for a person, blue is running. */
export const statusTones: Record<ImportStatus, Tone> = {
  READING: "blue",
  MATCHING: "amber",
  CHECKING: "blue",
  READY: "amber",
  RUNNING: "blue",
  PAUSED: "amber",
  DONE: "green",
  CANCELLED: "grey",
  FAILED: "red",
  UNDOING: "blue",
  UNDONE: "grey",
};
