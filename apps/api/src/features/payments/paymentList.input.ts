import type { PaymentDirection } from "@clientela/shared/payments/paymentFields";
import { ArgsType, Field, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { PaymentDirectionEnum } from "./payment.entity.js";

const FIELDS = {
  PAID_ON: "invoices:read",
  AMOUNT: "invoices:read",
  CREATED_AT: "invoices:read",
} as const;

/** What payments can be sorted by. */
export type PaymentOrderField = keyof typeof FIELDS;

const PaymentOrderFieldEnum = registerOrder(
  "PaymentOrderField",
  FIELDS,
  "What payments can be sorted by; those of an unknown day count as the earliest.",
);

/** Which payments a list holds; all conditions must hold. */
@InputType({ description: "Which payments a list holds; all conditions must hold." })
@Grouped()
export class PaymentFilter extends FilterGroups<PaymentFilter> {
  @Allow("invoices:read")
  @Field(() => PaymentDirectionEnum, { nullable: true, description: "Received, or paid by us." })
  direction?: PaymentDirection | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Of this day or later." })
  paidFrom?: string | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Of this day or earlier." })
  paidTo?: string | null;

  @Allow("invoices:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether something of it is on account, that is, allocated to no invoice.",
  })
  onAccount?: boolean | null;

  @Allow("invoices:read")
  @Field(() => Boolean, { nullable: true, description: "Whether it was reversed." })
  reversed?: boolean | null;
}

/** How payments are sorted. */
@InputType({ description: "How payments are sorted." })
export class PaymentOrder implements SortOrder<PaymentOrderField> {
  @Field(() => PaymentOrderFieldEnum, { description: "By what." })
  field!: PaymentOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The arguments of a list of payments. */
@ArgsType()
export class PaymentsArgs extends PageArgs implements ListArgs<PaymentFilter, PaymentOrderField> {
  @Field(() => PaymentFilter, { nullable: true, description: "Which payments; all unless given." })
  filter?: PaymentFilter | null;

  @Field(() => PaymentOrder, { nullable: true, description: "The newest first unless given." })
  orderBy?: PaymentOrder | null;
}
