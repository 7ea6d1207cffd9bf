import { MAX_PROMISED_INVOICES, PROMISE_STATES } from "@clientela/shared/promises/promiseFields";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Money, money } from "../../platform/types/money.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { CurrencyCode, DateScalar } from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";
import { Customer } from "../customers/customer.entity.js";

/** Where a promise stands today, as a GraphQL enum. */
export const PromiseStateEnum = registerEnum(
  "PromiseToPayState",
  PROMISE_STATES,
  "Where a promise to pay stands today: its money came by its day (KEPT), its day is still to come, is today, or has passed without (BROKEN).",
);

/** What a customer promised to pay, until when. */
@Entity("promises_to_pay")
@ObjectType({
  implements: Node,
  description: "What a customer promised to pay, until when, and whether the money came.",
})
export class PromiseToPay extends StoredRecord {
  @Field(() => ID, { description: "Which customer promised it." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Field(() => DateScalar, { description: "The day on which it was promised." })
  @Column("date")
  madeOn!: string;

  @Field(() => DateScalar, { description: "The last day by which the money is to come." })
  @Column("date")
  dueOn!: string;

  @Column("numeric")
  amount!: string;

  @Field(() => CurrencyCode, { description: "The currency of its amounts." })
  @Column("text")
  currency!: string;

  /** Who is gone meanwhile stays in it. */
  @Field(() => ID, { nullable: true, description: "The person of the customer who promised it." })
  @Column("uuid", { nullable: true })
  contactId!: string | null;

  /** What is gone meanwhile stays in it. */
  @AtMost(MAX_PROMISED_INVOICES)
  @Field(() => [ID], {
    description: "The invoices that are to be paid; empty where it is for whatever is open.",
  })
  @Column("uuid", { array: true })
  invoiceIds!: string[];

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  @Column("text", { nullable: true })
  note!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The user who entered it; null where a program did.",
  })
  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  createdById!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;

  @DependsOn<PromiseToPay>("amount", "currency")
  @Field(() => Money, { name: "amount", description: "How much was promised." })
  amountMoney(): Money {
    return money(this.amount, this.currency);
  }
}
