import type { ListOrder } from "../../platform/graph/listExtension.js";
import { minutesOfEach } from "./timeEntry.list.js";

/** Sorts customers by the time worked on their projects. */
export const byHours: ListOrder = {
  name: "HOURS",
  description: "How long the projects were worked on.",
  permission: "time:read",
  rows: () => minutesOfEach,
};
