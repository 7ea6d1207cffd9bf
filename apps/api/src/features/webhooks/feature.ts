import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { rowsById } from "../../platform/records/byId.js";
import { webhookJob } from "./deliveries/deliver.js";
import { WebhookDelivery } from "./deliveries/delivery.entity.js";
import { WebhooksOfOperations } from "./operations.edges.js";
import { watchWebhooks } from "./watchWebhooks.js";
import { WebhookDeliveries, WebhookDeliveryEdges } from "./webhook.edges.js";
import { Webhook } from "./webhook.entity.js";
import { webhookMessages } from "./webhook.messages.js";
import { WebhookResolver } from "./webhook.resolver.js";
import { webhookById } from "./webhook.service.js";
import { webhookMetrics } from "./webhookMetrics.js";

/** Webhooks: addresses of programs that are notified of events. */
export const webhooks: Feature = {
  name: "webhooks",
  entities: [Webhook, WebhookDelivery],
  resolvers: [WebhookResolver, WebhookDeliveries, WebhookDeliveryEdges, WebhooksOfOperations],
  messages: webhookMessages,
  visibleRows: { webhook_deliveries: () => "r.activity_id IN (SELECT a.id FROM activity a)" },
  nodes: [
    { type: Webhook, table: "webhooks", permission: "webhooks:read", byId: webhookById },
    {
      type: WebhookDelivery,
      table: "webhook_deliveries",
      permission: "webhooks:read",
      byId: rowsById(WebhookDelivery, [sql`true`]),
    },
  ],
  jobs: { webhook: webhookJob },
  observe: webhookMetrics,
  start: watchWebhooks,
};
