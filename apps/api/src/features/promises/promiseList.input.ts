import type { PromiseState } from "@clientela/shared/promises/promiseFields";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { PromiseStateEnum } from "./promise.entity.js";

const FIELDS = {
  DUE_ON: "invoices:read",
  MADE_ON: "invoices:read",
  AMOUNT: "invoices:read",
} as const;

/** What promises can be sorted by. */
export type PromiseOrderField = keyof typeof FIELDS;

const PromiseOrderFieldEnum = registerOrder(
  "PromiseToPayOrderField",
  FIELDS,
  "What promises to pay can be sorted by.",
);

/** Which promises a list holds; all conditions must hold. */
@InputType({ description: "Which promises to pay a list holds; all conditions must hold." })
export class PromiseToPayFilter {
  @Allow("invoices:read")
  @Field(() => [PromiseStateEnum], { nullable: true, description: "In any of these states." })
  state?: PromiseState[] | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Due on this day or later." })
  dueFrom?: string | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Due on this day or earlier." })
  dueTo?: string | null;

  @Allow("customers:read")
  @Field(() => [ID], {
    nullable: true,
    description: "Of customers owned by any of these users.",
  })
  customerOwnerIds?: string[] | null;
}

/** How promises are sorted. */
@InputType({ description: "How promises to pay are sorted." })
export class PromiseToPayOrder implements SortOrder<PromiseOrderField> {
  @Field(() => PromiseOrderFieldEnum, { description: "By what." })
  field!: PromiseOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of promises. */
@ArgsType()
export class PromisesArgs
  extends PageArgs
  implements ListArgs<PromiseToPayFilter, PromiseOrderField>
{
  @Field(() => PromiseToPayFilter, {
    nullable: true,
    description: "Which promises; all unless given.",
  })
  filter?: PromiseToPayFilter | null;

  @Field(() => PromiseToPayOrder, {
    nullable: true,
    description: "Those that are due first, first, unless given.",
  })
  orderBy?: PromiseToPayOrder | null;
}
