import type { InvoiceKind } from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { CurrencyCode, DateScalar } from "../../platform/types/scalars.js";
import { AllocationInput } from "../allocations/allocation.input.js";
import { LineInput } from "../documents/line.input.js";
import { InvoiceKindEnum } from "../invoices/invoice.entity.js";

@InputType()
class CreditNoteTexts {
  @Field(() => String, {
    nullable: true,
    description: "What the other party calls it; up to 100 characters.",
  })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  notes?: string | null;
}

/** A new credit note. */
@InputType({
  description:
    "A new credit note. Against an invoice it settles what is open of that; what is left over stays on the customer's account.",
})
export class CreateCreditNoteInput extends CreditNoteTexts {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "Whose account is credited." })
  customerId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "The authorised or paid invoice of the same customer that it credits; on account unless given.",
  })
  invoiceId?: string | null;

  @Field(() => InvoiceKindEnum, {
    nullable: true,
    description: "The invoice's kind unless given, else SALES.",
  })
  kind?: InvoiceKind | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Its date: today unless given, and today at the latest.",
  })
  issuedOn?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The invoice's currency unless given, else the customer's or the organisation's.",
  })
  currency?: string | null;

  @Field(() => [LineInput], {
    description: "All its lines, in their order; they come to more than 0.",
  })
  lines!: LineInput[];
}

/** The texts of a credit note to change. */
@InputType({
  description:
    "The texts of a credit note to change; what is left out stays, null clears. Its lines never change: cancel it instead.",
})
export class UpdateCreditNoteInput extends CreditNoteTexts {
  @Field(() => ID, { description: "Which credit note." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;
}

/** What more of a credit note settles. */
@InputType({ description: "Which invoices the part of a credit note that is on account settles." })
export class AllocateCreditNoteInput {
  @Field(() => ID, { description: "Which credit note." })
  id!: string;

  @Field(() => [AllocationInput], {
    description: "Which invoices, each once; together at most what is on account.",
  })
  allocations!: AllocationInput[];
}

/** Which credit note is cancelled. */
@InputType({ description: "Which credit note is cancelled, with all that it settles." })
export class CancelCreditNoteInput {
  @Field(() => ID, { description: "Which credit note." })
  id!: string;

  @Field(() => String, { description: "Why; up to 200 characters." })
  reason!: string;
}
