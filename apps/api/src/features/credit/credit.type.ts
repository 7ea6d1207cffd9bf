import { Field, ObjectType } from "type-graphql";
import { Money } from "../../platform/types/money.js";

/** How much of a customer's credit limit is used. */
@ObjectType({
  description: "How much of a customer's credit limit is used, in the currency of the limit.",
})
export class CustomerCredit {
  @Field(() => Money, { description: "How much it may owe us at once." })
  limit!: Money;

  @Field(() => Money, { description: "What is open of its authorised sales invoices." })
  receivables!: Money;

  @Field(() => Money, {
    description:
      "Its open orders, without what was invoiced of them, and its sales invoices that wait to be authorised.",
  })
  committed!: Money;

  @Field(() => Money, { description: "The receivables and what is committed." })
  used!: Money;

  @Field(() => Money, { description: "The limit without what is used; below 0 beyond the limit." })
  left!: Money;

  @Field(() => Boolean, { description: "Whether more is used than the limit." })
  isOver!: boolean;
}
