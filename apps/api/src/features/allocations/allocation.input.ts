import {
  PAYMENT_DIRECTIONS,
  type PaymentDirection,
} from "@clientela/shared/payments/paymentFields";
import { Field, ID, InputType } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { CurrencyCode, DateScalar, DecimalScalar } from "../../platform/types/scalars.js";
import { PaymentDirectionEnum } from "../payments/payment.entity.js";
import { PaymentTexts } from "../payments/payment.input.js";
import {
  type CustomerReferenceInput,
  ItemCustomer,
  ItemExternalId,
  ItemReference,
} from "../upserts/upsertItem.input.js";

/** How much of a payment or a credit note settles an invoice. */
@InputType({ description: "How much of a payment or a credit note settles an invoice." })
export class AllocationInput {
  @Field(() => ID, {
    description: "An authorised invoice of the same customer, in the same currency.",
  })
  invoiceId!: string;

  @Field(() => DecimalScalar, {
    description: "How much: more than 0, at most the invoice's open balance.",
  })
  amount!: string;
}

/** A new payment. */
@InputType({ description: "A new payment; what is not allocated stays on the customer's account." })
export class CreatePaymentInput extends PaymentTexts {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "Who paid, or was paid." })
  customerId!: string;

  @Field(() => DateScalar, { description: "The day of the payment, today at the latest." })
  paidOn!: string;

  @Field(() => DecimalScalar, { description: "How much, more than 0." })
  amount!: string;

  @Field(() => CurrencyCode, { description: "In which currency." })
  currency!: string;

  @Field(() => PaymentDirectionEnum, {
    nullable: true,
    defaultValue: PAYMENT_DIRECTIONS[0],
    description: "RECEIVED pays sales invoices, PAID pays purchase invoices.",
  })
  direction?: PaymentDirection | null;

  @Field(() => [AllocationInput], {
    nullable: true,
    description: "Which invoices it pays, up to 100, each once; together at most its amount.",
  })
  allocations?: AllocationInput[] | null;
}

/** How much of a payment of another system settles an invoice. */
@InputType({
  description: "How much of a payment of another system settles an invoice, by either of its ids.",
})
export class UpsertAllocationInput {
  @Field(() => ID, {
    nullable: true,
    description: "An authorised invoice of the same customer, in the same currency.",
  })
  invoiceId?: string | null;

  @ItemReference("invoiceId")
  invoiceExternalId?: string | null;

  @Field(() => DecimalScalar, {
    description: "How much: more than 0, at most the invoice's open balance.",
  })
  amount!: string;
}

/** A payment as another system has it. */
@InputType({
  description:
    "A payment as another system has it. Its day, amount, currency and direction never change; what it pays is only added to, and taken back by reversing it.",
})
export class UpsertPaymentItem extends PaymentTexts {
  @ItemExternalId()
  externalId!: string;

  @ItemCustomer()
  customer?: CustomerReferenceInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the payment, today at the latest; required for a new one.",
  })
  paidOn?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How much, more than 0; required for a new one.",
  })
  amount?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "In which currency; required for a new one.",
  })
  currency?: string | null;

  @Field(() => PaymentDirectionEnum, {
    nullable: true,
    description:
      "RECEIVED pays sales invoices, PAID pays purchase invoices; RECEIVED for a new one unless given.",
  })
  direction?: PaymentDirection | null;

  @Field(() => [UpsertAllocationInput], {
    nullable: true,
    description:
      "Which invoices it pays, up to 100, each once; what it pays already stays, and is not counted again.",
  })
  allocations?: UpsertAllocationInput[] | null;
}

/** What more of a payment pays. */
@InputType({ description: "Which invoices the money of a payment that is on account pays." })
export class AllocatePaymentInput {
  @Field(() => ID, { description: "Which payment." })
  id!: string;

  @Field(() => [AllocationInput], {
    description: "Which invoices, each once; together at most what is on account.",
  })
  allocations!: AllocationInput[];
}

/** Which payment is reversed. */
@InputType({ description: "Which payment is reversed, with all that it pays." })
export class ReversePaymentInput {
  @Field(() => ID, { description: "Which payment." })
  id!: string;

  @Field(() => String, { description: "Why, for example a bounced cheque; up to 200 characters." })
  reason!: string;
}
