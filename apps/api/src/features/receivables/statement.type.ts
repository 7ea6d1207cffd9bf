import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../platform/lists/connection.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Money } from "../../platform/types/money.js";
import { CurrencyCode, DateScalar } from "../../platform/types/scalars.js";

/** What moves a customer's account. */
export const MOVEMENT_TYPES = ["INVOICE", "PAYMENT", "CREDIT_NOTE", "REVERSAL"] as const;

/** The types of movement as a GraphQL enum. */
export const MovementTypeEnum = registerEnum(
  "StatementMovementType",
  MOVEMENT_TYPES,
  "What moves a customer's account: an invoice that was issued, a payment, a credit note, or the reversal of one of these two.",
);

/** One line of a statement of account. */
@ObjectType({ description: "One line of a statement of account." })
export class StatementMovement {
  invoiceId!: string | null;
  paymentId!: string | null;
  creditNoteId!: string | null;
  cursor!: string;

  @Field(() => DateScalar, { description: "The day on which it counts." })
  date!: string;

  @Field(() => MovementTypeEnum, { description: "What it is." })
  type!: (typeof MOVEMENT_TYPES)[number];

  @Field(() => String, {
    nullable: true,
    description: "The number of the invoice or credit note, or the reference of the payment.",
  })
  reference!: string | null;

  @Field(() => Money, {
    description: "By how much the account changes: above 0 where the customer owes us more.",
  })
  amount!: Money;

  @Field(() => Money, { description: "What the customer owes us after it." })
  balance!: Money;
}

/** One page of the lines of a statement. */
export const StatementMovementConnection = connectionOf(StatementMovement);

/** A customer's account in one currency over some days. */
@ObjectType({ description: "A customer's account in one currency over some days." })
export class CustomerStatement {
  customerId!: string;
  from!: string;
  to!: string;

  @Field(() => CurrencyCode, { description: "The currency of its amounts." })
  currency!: string;

  @Field(() => Money, { description: "What the customer owed us before the first day." })
  opening!: Money;

  @Field(() => Money, {
    description: "What it owes us at the end of the last day: the opening and all movements.",
  })
  closing!: Money;
}
