import type { VisibleRows } from "../../platform/database/recordScope.js";
import type { Feature } from "../../platform/feature.js";
import { ActivityChangeEdges, ActivityEdges, CustomerActivity } from "./activity.edges.js";
import { Activity } from "./activity.entity.js";
import { activityById } from "./activity.list.js";
import { ActivityResolver } from "./activity.resolver.js";
import { feedRoutes } from "./feed.routes.js";
import { historyStore } from "./historyStore.js";

// What belongs to no customer is seen by all, but for what holds rows of many: that is seen by whoever did it.
const ofVisibleRecord: VisibleRows = () => `CASE
  WHEN r.customer_id IS NULL THEN r.record_type NOT IN ('Import', 'Export', 'File') OR r.actor_id = :person
  ELSE r.customer_id IN (SELECT m.id FROM merged_customers m)
    OR r.customer_id IN (SELECT c.id FROM customers c)
      AND NOT EXISTS (SELECT 1 FROM public.merged_customers m WHERE m.id = r.customer_id)
  END`;

/** The history of customers and of everything that belongs to them. */
export const activity: Feature = {
  name: "activity",
  entities: [Activity],
  // Deleting personal data blanks what the history recorded of it.
  appendOnly: { activity: ["changes", "note"] },
  resolvers: [ActivityResolver, CustomerActivity, ActivityEdges, ActivityChangeEdges],
  visibleRows: { activity: ofVisibleRecord },
  routes: feedRoutes,
  history: historyStore,
  nodes: [{ type: Activity, table: "activity", permission: "activity:read", byId: activityById }],
};
