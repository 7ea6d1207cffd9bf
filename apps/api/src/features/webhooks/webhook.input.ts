import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { Allow } from "../../platform/security/authorize.js";
import { PageArgs } from "../../platform/types/page.input.js";
import { Url } from "../../platform/types/scalars.js";
import { type DeliveryStatus, DeliveryStatusEnum } from "./deliveries/delivery.entity.js";

/** A new webhook. */
@InputType({ description: "A new webhook." })
export class CreateWebhookInput {
  @Field(() => Url, { description: "Where events are sent: an https address." })
  url!: string;

  @Field(() => [String], {
    description:
      "What it is told of: `customer.created`, `invoice.*`, or `*` for everything; within what the caller may read.",
  })
  events!: string[];

  @Field(() => String, { nullable: true, description: "What it is for." })
  description?: string | null;
}

/** Changes to a webhook. */
@InputType({ description: "Changes to a webhook; what is left out stays." })
export class UpdateWebhookInput {
  @Field(() => ID, { description: "Which one." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed." })
  version!: number;

  @Field(() => Url, { nullable: true, description: "Where events are sent." })
  url?: string | null;

  @Field(() => [String], { nullable: true, description: "What it is told of." })
  events?: string[] | null;

  @Field(() => String, { nullable: true, description: "What it is for; null clears." })
  description?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether events are sent; switched on again, it goes on where it stopped.",
  })
  enabled?: boolean | null;
}

/** A webhook to delete. */
@InputType({ description: "A webhook to delete." })
export class DeleteWebhookInput {
  @Field(() => ID, { description: "The webhook." })
  id!: string;
}

/** A webhook that gets a new secret. */
@InputType({ description: "A webhook that gets a new secret." })
export class RotateWebhookSecretInput {
  @Field(() => ID, { description: "The webhook." })
  id!: string;
}

/** A delivery to send again. */
@InputType({ description: "A delivery to send again." })
export class RedeliverWebhookInput {
  @Field(() => ID, { description: "The delivery." })
  deliveryId!: string;
}

/** Which deliveries are selected. */
@InputType({ description: "Which deliveries are meant." })
export class WebhookDeliveryFilter {
  @Allow("webhooks:read")
  @Field(() => [DeliveryStatusEnum], { nullable: true, description: "What became of them." })
  status?: DeliveryStatus[] | null;
}

/** A page of deliveries. */
@ArgsType()
export class WebhookDeliveriesArgs extends PageArgs {
  @Field(() => WebhookDeliveryFilter, { nullable: true, description: "Only these." })
  filter?: WebhookDeliveryFilter | null;
}
