import sql from "sql-template-tag";
import { type ListDefinition, pagesByOwner } from "../../../platform/lists/keyset.js";
import { OrderDirection } from "../../../platform/types/page.input.js";
import type { WebhookDeliveryFilter } from "../webhook.input.js";
import { WebhookDelivery } from "./delivery.entity.js";

const deliveryList: ListDefinition<WebhookDelivery, WebhookDeliveryFilter, "ID"> = {
  type: WebhookDelivery,
  where: (filter) => [
    sql`true`,
    ...(filter?.status ? [sql`r.status = ANY(${filter.status}::text[])`] : []),
  ],
  // Ids grow with time.
  sortKeys: { ID: { sql: sql`r.id`, type: "uuid" } },
  defaultOrder: { field: "ID", direction: OrderDirection.DESC },
};

/** The deliveries of webhooks, newest first. */
export const deliveriesByWebhook = pagesByOwner(deliveryList, "webhook_id");
