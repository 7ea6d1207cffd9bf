import { ORDER_STATUSES, type OrderStatus } from "@clientela/shared/records/enums";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { registerEnum } from "../../platform/types/enums.js";
import { Node } from "../../platform/types/record.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { LinedDocument } from "../documents/document.entity.js";
import { StoredLine } from "../documents/line.entity.js";
import { Quote } from "../quotes/quote.entity.js";

/** The states of an order as a GraphQL enum. */
export const OrderStatusEnum = registerEnum(
  "OrderStatus",
  ORDER_STATUSES,
  "Where a purchase order stands.",
);

/** A customer's purchase order. */
@Entity("orders")
@ObjectType({ implements: Node, description: "A customer's purchase order." })
export class Order extends LinedDocument {
  @ForeignKey(() => Quote)
  @Column("uuid", { nullable: true })
  quoteId!: string | null;

  @Field(() => String, { nullable: true, description: "The customer's own number for it." })
  @Column("text", { nullable: true })
  reference!: string | null;

  @Field(() => OrderStatusEnum, { description: "Where it stands." })
  @Column("text")
  status!: OrderStatus;

  @Field(() => DateScalar, { description: "Its date." })
  @Column("date")
  orderedOn!: string;
}

/** A line of an order. */
@Entity("order_lines")
export class OrderLine extends StoredLine {
  @ForeignKey(() => Order)
  @Column("uuid")
  orderId!: string;
}
