import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { Allow } from "../../platform/security/authorize.js";
import { WebhookDelivery } from "./deliveries/delivery.entity.js";
import { redeliver } from "./deliveries/redeliver.js";
import { Webhook } from "./webhook.entity.js";
import {
  CreateWebhookInput,
  DeleteWebhookInput,
  RedeliverWebhookInput,
  RotateWebhookSecretInput,
  UpdateWebhookInput,
} from "./webhook.input.js";
import {
  createWebhook,
  deleteWebhook,
  MAX_WEBHOOKS,
  rotateWebhookSecret,
  updateWebhook,
  type WebhookWithSecret,
  webhookById,
  webhooks,
} from "./webhook.service.js";

@ObjectType({ description: "The webhook as it is after the change, or was before it was deleted." })
class WebhookPayload {
  @Field(() => Webhook, { description: "The webhook." })
  webhook!: Webhook;
}

@ObjectType({ description: "The webhook, with its new secret." })
class WebhookSecretPayload {
  @Field(() => Webhook, { description: "The webhook." })
  webhook!: Webhook;

  @Field(() => String, {
    description: "What its events are signed with (`whsec_…`); shown only here.",
  })
  secret!: string;
}

@ObjectType({ description: "The delivery, before it is sent again." })
class RedeliverWebhookPayload {
  @Field(() => WebhookDelivery, { description: "The delivery." })
  delivery!: WebhookDelivery;
}

/** Webhooks: addresses of programs that are notified of events. */
@Resolver()
export class WebhookResolver {
  @AtMost(MAX_WEBHOOKS)
  @Allow("webhooks:read")
  @Query(() => [Webhook], { description: "All webhooks, the newest first." })
  webhooks(@Ctx() context: Context): Promise<Webhook[]> {
    return webhooks(context);
  }

  @Allow("webhooks:read")
  @Query(() => Webhook, { nullable: true, description: "A webhook." })
  webhook(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<Webhook | null> {
    return context.load(webhookById, parseId(id));
  }

  @Allow("webhooks:write")
  @Mutation(() => WebhookSecretPayload, {
    description:
      "Has an address told of what is done from now on, signed as the Standard Webhooks have it; the secret is shown only here.",
  })
  createWebhook(
    @Arg("input", () => CreateWebhookInput) input: CreateWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookWithSecret> {
    return createWebhook(context, input);
  }

  @Allow("webhooks:write")
  @Mutation(() => WebhookPayload, {
    description: "Changes a webhook, or switches it off and on; what is left out stays.",
  })
  async updateWebhook(
    @Arg("input", () => UpdateWebhookInput) input: UpdateWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    return { webhook: await updateWebhook(context, input) };
  }

  @Allow("webhooks:write")
  @Mutation(() => WebhookSecretPayload, {
    description:
      "Gives a webhook a new secret, which is shown only here; the one before signs beside it for 24 hours.",
  })
  rotateWebhookSecret(
    @Arg("input", () => RotateWebhookSecretInput) { id }: RotateWebhookSecretInput,
    @Ctx() context: Context,
  ): Promise<WebhookWithSecret> {
    return rotateWebhookSecret(context, id);
  }

  @Allow("webhooks:write")
  @Mutation(() => WebhookPayload, {
    description: "Deletes a webhook and its deliveries, for good.",
  })
  async deleteWebhook(
    @Arg("input", () => DeleteWebhookInput) { id }: DeleteWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    return { webhook: await deleteWebhook(context, id) };
  }

  @Allow("webhooks:write")
  @Mutation(() => RedeliverWebhookPayload, {
    description:
      "Sends an event to its webhook again; one that waits for its next try is tried now.",
  })
  async redeliverWebhook(
    @Arg("input", () => RedeliverWebhookInput) { deliveryId }: RedeliverWebhookInput,
    @Ctx() context: Context,
  ): Promise<RedeliverWebhookPayload> {
    return { delivery: await redeliver(context, deliveryId) };
  }
}
