import { declareRange, type ListOrder } from "../../platform/graph/listExtension.js";
import { countMetric } from "../../platform/lists/kept/keptMetric.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";
import { minutesOfEach } from "./timeEntry.list.js";

/** Sorts customers by the time worked on their projects. */
export const byHours: ListOrder = {
  name: "HOURS",
  description: "How long the projects were worked on.",
  permission: "time:read",
  metric: countMetric({ name: "HOURS", addends: () => minutesOfEach }),
};

/** Finds customers by the same. */
export const workedMinutesRange = declareRange(CustomerFilter, byHours, {
  name: "workedMinutes",
  description: "How many minutes the projects were worked on.",
});
