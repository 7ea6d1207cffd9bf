import { Field, ObjectType } from "type-graphql";
import { Money } from "../../platform/types/money.js";
import { DateScalar } from "../../platform/types/scalars.js";

/** What a payment or a credit note settles of an invoice. */
@ObjectType({ description: "What a payment or a credit note settles of an invoice." })
export class PaymentAllocation {
  invoiceId!: string;

  @Field(() => Money, { description: "How much it is." })
  amount!: Money;

  @Field(() => DateScalar, {
    description: "The day from which the invoice counts as settled by it.",
  })
  allocatedOn!: string;
}
