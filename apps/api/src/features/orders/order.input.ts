import { ORDER_STATUSES, type OrderStatus } from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { CurrencyCode, DateScalar } from "../../platform/types/scalars.js";
import { LineInput } from "../documents/line.input.js";
import {
  type CustomerReferenceInput,
  ItemCustomer,
  ItemExternalId,
  ItemReference,
} from "../upserts/upsertItem.input.js";
import { OrderStatusEnum } from "./order.entity.js";

@InputType()
class OrderFields {
  @Field(() => ID, { nullable: true, description: "The quote it follows, of the same customer." })
  quoteId?: string | null;

  @Field(() => String, { nullable: true, description: "The customer's own number for it." })
  reference?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Its date; today unless given." })
  orderedOn?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The customer's currency unless given, else the organisation's.",
  })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  notes?: string | null;

  @Field(() => [LineInput], { nullable: true, description: "All its lines, in their order." })
  lines?: LineInput[] | null;
}

/** A new order. */
@InputType({ description: "A new order; its number is given by the system." })
export class CreateOrderInput extends OrderFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "Whose it is." })
  customerId!: string;

  @Field(() => OrderStatusEnum, {
    nullable: true,
    defaultValue: ORDER_STATUSES[0],
    description: "Where it stands.",
  })
  status?: OrderStatus | null;
}

/** The fields of an order to change; what is left out stays, null clears. */
@InputType({
  description:
    "The fields of an order to change; what is left out stays, null clears. Lines and currency can change until it is finalised or cancelled.",
})
export class UpdateOrderInput extends OrderFields {
  @Field(() => ID, { description: "Which order." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => OrderStatusEnum, {
    nullable: true,
    description: "Where it stands; what may follow is limited.",
  })
  status?: OrderStatus | null;
}

/** Which quote is ordered. */
@InputType({ description: "Which quote is ordered." })
export class CreateOrderFromQuoteInput {
  @Field(() => ID, { description: "A quote that is sent or accepted and has no order yet." })
  quoteId!: string;
}

/** An order as another system has it. */
@InputType({
  description:
    "An order as another system has it; lines and currency can change until it is finalised or cancelled.",
})
export class UpsertOrderItem extends OrderFields {
  @ItemExternalId()
  externalId!: string;

  @ItemCustomer()
  customer?: CustomerReferenceInput | null;

  @ItemReference("quoteId")
  quoteExternalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The number that the other system gave it; one that comes without gets the next of its series.",
  })
  number?: string | null;

  @Field(() => OrderStatusEnum, {
    nullable: true,
    description: "Where it stands; DRAFT for a new one unless given.",
  })
  status?: OrderStatus | null;
}
