import {
  PAYMENT_DIRECTIONS,
  type PaymentDirection,
} from "@clientela/shared/payments/paymentFields";
import { subtract } from "@clientela/shared/values/money";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Money, money } from "../../platform/types/money.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { CurrencyCode, DateScalar } from "../../platform/types/scalars.js";
import { Customer } from "../customers/customer.entity.js";

/** The directions of a payment as a GraphQL enum. */
export const PaymentDirectionEnum = registerEnum(
  "PaymentDirection",
  PAYMENT_DIRECTIONS,
  "Which way the money went: from the customer to us, or from us to the customer.",
);

/** Money that a customer paid us, or that we paid a customer. */
@Entity("payments")
@ObjectType({
  implements: Node,
  description:
    "Money that a customer paid us, or that we paid a customer, and which invoices it pays.",
})
export class Payment extends StoredRecord {
  @Field(() => ID, { description: "Whose it is." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Field(() => PaymentDirectionEnum, { description: "Whether we received or paid it." })
  @Column("text")
  direction!: PaymentDirection;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the payment; null where an invoice came as paid without a day.",
  })
  @Column("date", { nullable: true })
  paidOn!: string | null;

  @Column("numeric")
  amount!: string;

  @Field(() => CurrencyCode, { description: "The currency of its amounts." })
  @Column("text")
  currency!: string;

  @Column("numeric")
  allocated!: string;

  @Field(() => String, {
    nullable: true,
    description: "How it was paid, such as by bank transfer.",
  })
  @Column("text", { nullable: true })
  method!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the bank or the payer calls it, such as the number of a transfer.",
  })
  @Column("text", { nullable: true })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  @Column("text", { nullable: true })
  note!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day on which it was reversed." })
  @Column("date", { nullable: true })
  reversedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was reversed." })
  @Column("text", { nullable: true })
  reversalReason!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;

  @DependsOn<Payment>("amount", "currency")
  @Field(() => Money, { name: "amount", description: "How much it was." })
  amountMoney(): Money {
    return money(this.amount, this.currency);
  }

  @DependsOn<Payment>("allocated", "currency")
  @Field(() => Money, { name: "allocated", description: "How much of it pays invoices." })
  allocatedMoney(): Money {
    return money(this.allocated, this.currency);
  }

  @DependsOn<Payment>("amount", "allocated", "reversedOn", "currency")
  @Field(() => Money, {
    description:
      "How much of it is on account: not allocated to any invoice; 0 once it is reversed.",
  })
  unallocated(): Money {
    return money(unallocatedOf(this), this.currency);
  }
}

/** How much of a payment is still on account. */
export const unallocatedOf = ({
  amount,
  allocated,
  reversedOn,
}: Pick<Payment, "amount" | "allocated" | "reversedOn">): string =>
  reversedOn === null ? subtract(amount, allocated) : "0";
