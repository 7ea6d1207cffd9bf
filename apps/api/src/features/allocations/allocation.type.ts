import { Field, ObjectType } from "type-graphql";
import { Money } from "../../platform/types/money.js";
import { DateScalar } from "../../platform/types/scalars.js";

/** What a payment pays of an invoice. */
@ObjectType({ description: "What a payment pays of an invoice." })
export class PaymentAllocation {
  invoiceId!: string;

  @Field(() => Money, { description: "How much of the payment it is." })
  amount!: Money;

  @Field(() => DateScalar, { description: "The day from which the invoice counts as paid by it." })
  allocatedOn!: string;
}
