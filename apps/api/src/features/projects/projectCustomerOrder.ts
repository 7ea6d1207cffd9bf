import type { ListOrder } from "../../platform/graph/listExtension.js";
import { sumMetric } from "../../platform/lists/kept/keptMetric.js";
import { eachActiveProject } from "./project.list.js";

/** Sorts customers by their active projects. */
export const byActiveProjects: ListOrder = {
  name: "ACTIVE_PROJECTS",
  description: "How many projects are ACTIVE.",
  permission: "projects:read",
  metric: sumMetric({ name: "ACTIVE_PROJECTS", addends: () => eachActiveProject }),
};
