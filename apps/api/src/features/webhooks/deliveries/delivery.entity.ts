import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { registerEnum } from "../../../platform/types/enums.js";
import { Node } from "../../../platform/types/record.js";
import { DateTimeScalar } from "../../../platform/types/scalars.js";
import { Activity } from "../../activity/activity.entity.js";
import { Webhook } from "../webhook.entity.js";

const DELIVERY_STATUSES = ["PENDING", "DELIVERED", "FAILED"] as const;

/** What can become of a delivery. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What can become of a delivery, as a GraphQL enum. */
export const DeliveryStatusEnum = registerEnum(
  "WebhookDeliveryStatus",
  DELIVERY_STATUSES,
  "What became of an event that a webhook is told of.",
);

/** One event to be delivered to a webhook. */
@Entity("webhook_deliveries")
@ObjectType({
  implements: Node,
  description: "One event that a webhook is told of; kept for 30 days.",
})
export class WebhookDelivery extends Node {
  @ForeignKey(() => Webhook)
  @Column("uuid")
  webhookId!: string;

  @Field(() => ID, {
    description: "The entry of the history that it delivers, and the header `webhook-id`.",
  })
  @ForeignKey(() => Activity)
  @Column("uuid")
  activityId!: string;

  @Field(() => String, { description: "What happened: `customer.created`." })
  @Column("text")
  event!: string;

  @Field(() => DeliveryStatusEnum, { description: "What became of it." })
  @Column("text")
  status!: DeliveryStatus;

  @Field(() => Int, { description: "How often it was sent." })
  @Column("integer")
  attempts!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last sent." })
  @Column("timestamptz", { nullable: true })
  attemptedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "The HTTP status of the last response; null where none came.",
  })
  @Column("integer", { nullable: true })
  responseStatus!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why no response came: `TIMEOUT`, `ADDRESS_NOT_ALLOWED`, `SECRET_UNREADABLE`, `ECONNREFUSED` …",
  })
  @Column("text", { nullable: true })
  problem!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was put in line." })
  @Column("timestamptz")
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it was last sent, or put in line." })
  updatedAt(): Date {
    return this.attemptedAt ?? this.createdAt;
  }

  @Field(() => Int, { description: "Always 1: no update names it." })
  version(): number {
    return 1;
  }
}
