import {
  INVOICE_KINDS,
  INVOICE_STATUSES,
  type InvoiceKind,
  type InvoiceStatus,
} from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { CurrencyCode, DateScalar, DecimalScalar } from "../../platform/types/scalars.js";
import { LineInput } from "../documents/line.input.js";
import {
  type CustomerReferenceInput,
  ItemCustomer,
  ItemExternalId,
  ItemReference,
} from "../upserts/upsertItem.input.js";
import { InvoiceKindEnum, InvoiceStatusEnum } from "./invoice.entity.js";

@InputType()
class InvoiceFields {
  @Field(() => ID, { nullable: true, description: "The order it bills, of the same customer." })
  orderId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The supplier's own number of a purchase invoice; a sales invoice gets its number from the system.",
  })
  number?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Its date; today unless given." })
  issuedOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day to pay it; its date and the customer's payment term unless given.",
  })
  dueOn?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The customer's currency unless given, else the organisation's.",
  })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  notes?: string | null;

  @Field(() => [LineInput], { nullable: true, description: "All its lines, in their order." })
  lines?: LineInput[] | null;
}

/** A new invoice. */
@InputType({ description: "A new invoice." })
export class CreateInvoiceInput extends InvoiceFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "To whom we sold, or from whom we bought." })
  customerId!: string;

  @Field(() => InvoiceKindEnum, {
    nullable: true,
    defaultValue: INVOICE_KINDS[0],
    description: "Whether we sold or bought; it never changes.",
  })
  kind?: InvoiceKind | null;

  @Field(() => InvoiceStatusEnum, {
    nullable: true,
    defaultValue: INVOICE_STATUSES[0],
    description: "Where it stands; a paid one is paid in full today.",
  })
  status?: InvoiceStatus | null;
}

/** The fields of an invoice to change; what is left out stays, null clears. */
@InputType({
  description:
    "The fields of an invoice to change; what is left out stays, null clears. Lines and currency can change until it is authorised.",
})
export class UpdateInvoiceInput extends InvoiceFields {
  @Field(() => ID, { description: "Which invoice." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => InvoiceStatusEnum, {
    nullable: true,
    description:
      "Where it stands; what may follow is limited. PAID registers a payment of the open balance today; from PAID back to AUTHORIZED reverses its payments; CANCELLED leaves them on account.",
  })
  status?: InvoiceStatus | null;
}

/** An invoice as another system has it. */
@InputType({
  description:
    "An invoice as another system has it; lines and currency can change until it is authorised.",
})
export class UpsertInvoiceItem extends InvoiceFields {
  @ItemExternalId()
  externalId!: string;

  @ItemCustomer()
  customer?: CustomerReferenceInput | null;

  @ItemReference("orderId")
  orderExternalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The number that the other system gave it; one that comes without gets the next of its series.",
  })
  override number?: string | null;

  @Field(() => InvoiceKindEnum, {
    nullable: true,
    description: "Whether we sold or bought; SALES for a new one unless given, and never changed.",
  })
  kind?: InvoiceKind | null;

  @Field(() => InvoiceStatusEnum, {
    nullable: true,
    description:
      "Where it stands; DRAFT for a new one unless given. PAID registers a payment of the open balance today. One that payments paid stays PAID where AUTHORIZED is repeated.",
  })
  status?: InvoiceStatus | null;
}

/** A payment. */
@InputType({ description: "A payment of an authorised invoice." })
export class PayInvoiceInput {
  @Field(() => ID, { description: "Which invoice." })
  id!: string;

  @Field(() => Int, { description: "The version that is paid; another one gets CONFLICT." })
  version!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "How much, in the invoice's currency: more than 0, at most the open balance, which it is unless given.",
  })
  amount?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the payment, today at the latest; today unless given.",
  })
  paidOn?: string | null;
}

/** Which order is billed. */
@InputType({ description: "Which order is billed." })
export class CreateInvoiceFromOrderInput {
  @Field(() => ID, { description: "An order that is open or finalised and has no invoice yet." })
  orderId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day to pay it; today and the customer's payment term unless given.",
  })
  dueOn?: string | null;
}
