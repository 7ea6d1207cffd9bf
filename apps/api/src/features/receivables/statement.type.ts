import type { InvoiceKind } from "@clientela/shared/records/enums";
import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../platform/lists/connection.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Money } from "../../platform/types/money.js";
import { CurrencyCode, DateScalar } from "../../platform/types/scalars.js";

/** What moves a customer's account. */
export const MOVEMENT_TYPES = ["INVOICE", "PAYMENT", "CREDIT_NOTE", "REVERSAL"] as const;

/** One of them. */
export type MovementType = (typeof MOVEMENT_TYPES)[number];

/** The types of movement as a GraphQL enum. */
export const MovementTypeEnum = registerEnum(
  "StatementMovementType",
  MOVEMENT_TYPES,
  "What moves a customer's account: an invoice that was issued, a payment, a credit note, or the reversal of one of these two.",
);

/** What a line of a statement is of: one of the three ids is set. */
export interface StatementSource {
  invoiceId: string | null;
  paymentId: string | null;
  creditNoteId: string | null;
}

/** One line of a statement of account. */
@ObjectType({ description: "One line of a statement of account." })
export class StatementMovement implements StatementSource {
  invoiceId!: string | null;
  paymentId!: string | null;
  creditNoteId!: string | null;

  @Field(() => DateScalar, { description: "The day on which it counts." })
  date!: string;

  @Field(() => MovementTypeEnum, { description: "What it is." })
  type!: MovementType;

  @Field(() => String, {
    nullable: true,
    description: "The number of the invoice or credit note, or the reference of the payment.",
  })
  reference!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What it is about: the first line of a document, the method of a payment, or why it was reversed.",
  })
  description!: string | null;

  @Field(() => Money, {
    description: "By how much the account changes: above 0 where the customer owes us more.",
  })
  amount!: Money;

  @Field(() => Money, { description: "The amount where the customer owes us more, else 0." })
  debit!: Money;

  @Field(() => Money, {
    description: "The amount without its sign where the customer owes us less, else 0.",
  })
  credit!: Money;

  @Field(() => Money, { description: "What the customer owes us after it." })
  balance!: Money;
}

/** One page of the lines of a statement. */
export const StatementMovementConnection = connectionOf(StatementMovement);

/** An invoice that was not settled at the end of a statement, or money that was on account. */
@ObjectType({
  description:
    "An invoice that was not settled at the end of a statement, or a payment or credit note that was on account.",
})
export class StatementOpenItem implements StatementSource {
  invoiceId!: string | null;
  paymentId!: string | null;
  creditNoteId!: string | null;

  @Field(() => MovementTypeEnum, { description: "What it is; never a reversal." })
  type!: MovementType;

  @Field(() => String, {
    nullable: true,
    description: "The number of the invoice or credit note, or the reference of the payment.",
  })
  reference!: string | null;

  @Field(() => DateScalar, { description: "The date of the invoice, payment or credit note." })
  issuedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day to pay it; null for what is on account.",
  })
  dueOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The days past its due date at the end of the statement, 0 where it is not late; null for what is on account.",
  })
  daysPastDue!: number | null;

  @Field(() => Money, {
    description: "All of it: above 0 where the customer owes it, below 0 where we do.",
  })
  total!: Money;

  @Field(() => Money, {
    description: "What of it is open, with the same sign: open items add up to the closing.",
  })
  open!: Money;
}

/** One page of open items. */
export const StatementOpenItemConnection = connectionOf(StatementOpenItem);

/** A customer's account in one currency over some days. */
@ObjectType({ description: "A customer's account in one currency over some days." })
export class CustomerStatement {
  customerId!: string;
  from!: string;
  to!: string;
  kind!: InvoiceKind | null;

  @Field(() => CurrencyCode, { description: "The currency of its amounts." })
  currency!: string;

  @Field(() => Money, { description: "What the customer owed us before the first day." })
  opening!: Money;

  @Field(() => Money, { description: "The sum of the debits of its movements." })
  debits!: Money;

  @Field(() => Money, { description: "The sum of the credits of its movements." })
  credits!: Money;

  @Field(() => Money, {
    description: "What it owes us at the end of the last day: the opening and all movements.",
  })
  closing!: Money;
}
