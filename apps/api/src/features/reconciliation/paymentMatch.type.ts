import { Field, Int, ObjectType } from "type-graphql";
import { registerEnum } from "../../platform/types/enums.js";
import { Money } from "../../platform/types/money.js";

const REASONS = [
  "CUSTOMER",
  "REFERENCE",
  "REFERENCE_DIGITS",
  "TAX_ID",
  "NAME",
  "NAME_PART",
  "AMOUNT",
] as const;

/** Why a transaction may be the payment of a customer's invoices. */
export type ImportPaymentReason = (typeof REASONS)[number];

/** The reasons as a GraphQL enum. */
export const ImportPaymentReasonEnum = registerEnum(
  "ImportPaymentReason",
  REASONS,
  "Why a transaction may be that payment. CUSTOMER: a column names the customer. REFERENCE: its text has the invoice's number; REFERENCE_DIGITS: only the digits of it. TAX_ID, NAME, NAME_PART: its text has the customer's tax ID, its name, or the first words of that. AMOUNT: it is what the invoices come to.",
);

/** What a transaction would pay of an invoice. */
@ObjectType({ description: "What a transaction would pay of an invoice." })
export class ImportPaymentAllocation {
  invoiceId!: string;
  @Field(() => Money, { description: "How much it is." })
  amount!: Money;
}

/** Which customer's payment a transaction is, and what it pays. */
@ObjectType({
  description:
    "Which customer's payment a transaction is, and which invoices it pays; what these leave of it is on account.",
})
export class ImportPaymentMatch {
  customerId!: string;
  @Field(() => Int, {
    description:
      "How sure it is, from 0 to 100; from 80 on it is taken unless another one is as likely.",
  })
  score!: number;
  @Field(() => [ImportPaymentReasonEnum], { description: "What speaks for it." })
  reasons!: ImportPaymentReason[];
  allocations!: ImportPaymentAllocation[];
}

/** A match as a plan stores it; amounts are plain decimals. */
export interface StoredPaymentMatch {
  customerId: string;
  currency: string;
  score: number;
  reasons: ImportPaymentReason[];
  allocations: { invoiceId: string; amount: string }[];
}
