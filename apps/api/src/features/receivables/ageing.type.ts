import { Field, Float, ObjectType } from "type-graphql";
import { Money } from "../../platform/types/money.js";
import { CurrencyCode, DateScalar } from "../../platform/types/scalars.js";

/** What is open of a customer's invoices in one currency, by how late it is today. */
@ObjectType({
  description: "What is open of a customer's invoices in one currency, by how late it is today.",
})
export class Ageing {
  @Field(() => CurrencyCode, { description: "The currency of its amounts." })
  currency!: string;

  @Field(() => Money, { description: "All that is open." })
  total!: Money;

  @Field(() => Money, { description: "Past its due date." })
  overdue!: Money;

  @Field(() => Money, { description: "Not past its due date." })
  notDue!: Money;

  @Field(() => Money, { description: "Due 1 to 30 days ago." })
  days1To30!: Money;

  @Field(() => Money, { description: "Due 31 to 60 days ago." })
  days31To60!: Money;

  @Field(() => Money, { description: "Due 61 to 90 days ago." })
  days61To90!: Money;

  @Field(() => Money, { description: "Due more than 90 days ago." })
  over90!: Money;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The earliest due date of what is open; null where nothing is.",
  })
  oldestDueOn!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The days from an invoice's date to its last payment, on average over those paid in full within the last 365 days, with one decimal; null where there are none.",
  })
  averageDaysToPay!: number | null;
}
