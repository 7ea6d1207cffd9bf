import { declareRange, type ListOrder } from "../../platform/graph/listExtension.js";
import { countMetric } from "../../platform/lists/kept/keptMetric.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";
import { eachActiveProject } from "./project.list.js";

/** Sorts customers by their active projects. */
export const byActiveProjects: ListOrder = {
  name: "ACTIVE_PROJECTS",
  description: "How many projects are ACTIVE.",
  permission: "projects:read",
  metric: countMetric({ name: "ACTIVE_PROJECTS", addends: () => eachActiveProject }),
};

/** Finds customers by the same. */
export const activeProjectsRange = declareRange(CustomerFilter, byActiveProjects, {
  name: "activeProjects",
  description: "How many projects are ACTIVE.",
});
