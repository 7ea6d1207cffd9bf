import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { CurrencyCode, DateScalar, DecimalScalar } from "../../platform/types/scalars.js";

@InputType()
class PromiseFields {
  @Field(() => ID, { nullable: true, description: "The person of the customer who promised it." })
  contactId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "The customer's sales invoices that are to be paid, 100 at the most; without any it is for whatever is open.",
  })
  invoiceIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Anything worth knowing; up to 10,000 characters.",
  })
  note?: string | null;
}

/** What a customer promised to pay, until when. */
@InputType({ description: "What a customer promised to pay, until when." })
export class CreatePromiseToPayInput extends PromiseFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "Which customer promised it." })
  customerId!: string;

  @Field(() => DateScalar, { description: "The last day by which the money is to come." })
  dueOn!: string;

  @Field(() => DecimalScalar, { description: "How much; more than 0." })
  amount!: string;

  @Field(() => CurrencyCode, { description: "The currency of the amount." })
  currency!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it was promised, not in the future; today unless given.",
  })
  madeOn?: string | null;
}

/** The fields of a promise to change; what is left out stays, null clears. */
@InputType({
  description: "The fields of a promise to change; what is left out stays, null clears.",
})
export class UpdatePromiseToPayInput extends PromiseFields {
  @Field(() => ID, { description: "Which promise." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day by which the money is to come.",
  })
  dueOn?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "How much; more than 0." })
  amount?: string | null;

  @Field(() => CurrencyCode, { nullable: true, description: "The currency of the amount." })
  currency?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it was promised, not in the future.",
  })
  madeOn?: string | null;
}
