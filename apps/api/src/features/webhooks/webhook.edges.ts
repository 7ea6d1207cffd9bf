import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import { Allow } from "../../platform/security/authorize.js";
import { Activity } from "../activity/activity.entity.js";
import { activityById } from "../activity/activity.list.js";
import { WebhookDelivery } from "./deliveries/delivery.entity.js";
import { deliveriesByWebhook } from "./deliveries/delivery.list.js";
import { Webhook } from "./webhook.entity.js";
import { WebhookDeliveriesArgs } from "./webhook.input.js";

/** One page of deliveries. */
const WebhookDeliveryConnection = connectionOf(WebhookDelivery);

/** From a webhook to its deliveries. */
@Resolver(() => Webhook)
export class WebhookDeliveries {
  @Allow("webhooks:read")
  @FieldResolver(() => WebhookDeliveryConnection, {
    description: "What it was told, the newest first.",
  })
  deliveries(
    @Root() webhook: Webhook,
    @Args(() => WebhookDeliveriesArgs) args: WebhookDeliveriesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<WebhookDelivery>> {
    return context.load(deliveriesByWebhook, webhook.id, args);
  }
}

/** From a delivery to the history entry that it reports. */
@Resolver(() => WebhookDelivery)
export class WebhookDeliveryEdges {
  @Allow("activity:read")
  @FieldResolver(() => Activity, {
    nullable: true,
    description: "What it is about; null where the caller may not read that.",
  })
  activity(@Root() delivery: WebhookDelivery, @Ctx() context: Context): Promise<Activity | null> {
    return context.loadForViewer(activityById, delivery.activityId);
  }
}
