import type { OrderStatus } from "@clientela/shared/records/enums";
import { ArgsType, Field, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { OrderStatusEnum } from "./order.entity.js";

const FIELDS = { ORDERED_ON: "orders:read", NUMBER: "orders:read", TOTAL: "orders:read" } as const;

/** What orders can be sorted by. */
export type OrderOrderField = keyof typeof FIELDS;

const OrderOrderFieldEnum = registerOrder(
  "OrderOrderField",
  FIELDS,
  "What orders can be sorted by.",
);

/** Which orders a list holds; all conditions must hold. */
@InputType({ description: "Which orders a list holds; all conditions must hold." })
@Grouped()
export class OrderFilter extends FilterGroups<OrderFilter> {
  @Allow("orders:read")
  @Field(() => [OrderStatusEnum], { nullable: true, description: "In any of these states." })
  status?: OrderStatus[] | null;

  @Allow("orders:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Still open, that is neither finalised nor cancelled (true), or not (false).",
  })
  open?: boolean | null;

  @Allow("orders:read")
  @Field(() => Boolean, { nullable: true, description: "Finalised (true) or not (false)." })
  finalized?: boolean | null;

  @Allow("orders:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Cancelled (true) or not (false); those that are not make the summary's total.",
  })
  cancelled?: boolean | null;

  @Allow("orders:read")
  @Field(() => DateScalar, { nullable: true, description: "Of this day or later." })
  orderedFrom?: string | null;

  @Allow("orders:read")
  @Field(() => DateScalar, { nullable: true, description: "Of this day or earlier." })
  orderedTo?: string | null;

  @Allow("orders:read")
  @Field(() => String, {
    nullable: true,
    description: "Words that must occur in the number or the customer's own number.",
  })
  search?: string | null;
}

/** How orders are sorted. */
@InputType({ description: "How orders are sorted." })
export class OrderOrder implements SortOrder<OrderOrderField> {
  @Field(() => OrderOrderFieldEnum, { description: "By what." })
  field!: OrderOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of orders. */
@ArgsType()
export class OrdersArgs extends PageArgs implements ListArgs<OrderFilter, OrderOrderField> {
  @Field(() => OrderFilter, { nullable: true, description: "Which orders; all unless given." })
  filter?: OrderFilter | null;

  @Field(() => OrderOrder, { nullable: true, description: "The newest first unless given." })
  orderBy?: OrderOrder | null;
}
