import type { Feature } from "../../platform/feature.js";
import { ActivityChangeEdges, ActivityEdges, CustomerActivity } from "./activity.edges.js";
import { Activity } from "./activity.entity.js";
import { activityById } from "./activity.list.js";
import { ActivityResolver } from "./activity.resolver.js";
import { feedRoutes } from "./feed.routes.js";
import { historyStore } from "./historyStore.js";

/** The history of customers and of everything that belongs to them. */
export const activity: Feature = {
  name: "activity",
  entities: [Activity],
  // Deleting personal data blanks what the history recorded of it.
  appendOnly: { activity: ["changes", "note"] },
  resolvers: [ActivityResolver, CustomerActivity, ActivityEdges, ActivityChangeEdges],
  routes: feedRoutes,
  history: historyStore,
  nodes: [{ type: Activity, table: "activity", permission: "activity:read", byId: activityById }],
};
