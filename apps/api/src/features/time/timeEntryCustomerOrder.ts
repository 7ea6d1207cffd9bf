import type { ListOrder } from "../../platform/graph/listExtension.js";
import { sumMetric } from "../../platform/lists/kept/keptMetric.js";
import { minutesOfEach } from "./timeEntry.list.js";

/** Sorts customers by the time worked on their projects. */
export const byHours: ListOrder = {
  name: "HOURS",
  description: "How long the projects were worked on.",
  permission: "time:read",
  metric: sumMetric({ name: "HOURS", addends: () => minutesOfEach }),
};
