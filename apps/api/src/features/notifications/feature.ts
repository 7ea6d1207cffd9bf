import type { Feature } from "../../platform/feature.js";
import { CustomerMute, NotificationEdges } from "./notification.edges.js";
import { Notification } from "./notification.entity.js";
import { notificationById } from "./notification.list.js";
import { NotificationResolver } from "./notification.resolver.js";

/** What people are told of: mentions, assignments, and their finished imports and exports. */
export const notifications: Feature = {
  name: "notifications",
  entities: [Notification],
  nodes: [
    {
      type: Notification,
      table: "notifications",
      permission: "signed-in",
      byId: notificationById,
    },
  ],
  resolvers: [NotificationResolver, NotificationEdges, CustomerMute],
  visibleRows: {
    notifications: () => "r.user_id = :person",
    muted_customers: () => "r.user_id = :person",
  },
  cascadeTables: ["muted_customers"],
};
