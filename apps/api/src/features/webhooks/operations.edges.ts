import sql from "sql-template-tag";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { Allow } from "../../platform/security/authorize.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { Operations } from "../operations/operations.type.js";
import { Webhook } from "./webhook.entity.js";
import { MAX_WEBHOOKS, webhookById } from "./webhook.service.js";

@ObjectType({ description: "What a webhook has not delivered yet." })
class WebhookBacklog {
  @Field(() => Webhook, { description: "The webhook." })
  webhook!: Webhook;

  @Field(() => Int, { description: "Events that wait to be delivered." })
  pending!: number;

  @Field(() => DateTimeScalar, { description: "When the oldest of them happened." })
  waitingSince!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When its receiver is tried again; null while it is sent to.",
  })
  retryAt!: Date | null;
}

/** From the state of the server to the webhooks that lag behind. */
@Resolver(() => Operations)
export class WebhooksOfOperations {
  @AtMost(MAX_WEBHOOKS)
  @Allow("webhooks:read")
  @FieldResolver(() => [WebhookBacklog], {
    description: "Webhooks with events that wait to be delivered, the longest wait first.",
  })
  async webhookBacklogs(@Ctx() context: Context): Promise<WebhookBacklog[]> {
    const rows = await context.db.rows<Omit<WebhookBacklog, "webhook"> & { id: string }>(sql`
      SELECT w.id, d.pending, d.since AS "waitingSince", w.retry_at AS "retryAt"
      FROM webhooks w, LATERAL (
        SELECT count(*)::int AS pending, min(created_at) AS since FROM webhook_deliveries
        WHERE webhook_id = w.id AND status = 'PENDING') d
      WHERE d.pending > 0 AND w.disabled_at IS NULL ORDER BY d.since LIMIT ${MAX_WEBHOOKS}`);
    const webhooks = await Promise.all(rows.map(({ id }) => context.load(webhookById, id)));
    return rows.flatMap((row, at) => {
      const webhook = webhooks[at];
      return webhook ? [{ ...row, webhook }] : [];
    });
  }
}
