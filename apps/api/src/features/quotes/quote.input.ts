import {
  QUOTE_KINDS,
  QUOTE_STATUSES,
  type QuoteKind,
  type QuoteStatus,
} from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { CurrencyCode, DateScalar } from "../../platform/types/scalars.js";
import { LineInput } from "../documents/line.input.js";
import {
  type CustomerReferenceInput,
  ItemCustomer,
  ItemExternalId,
  ItemReference,
} from "../upserts/upsertItem.input.js";
import { QuoteKindEnum, QuoteStatusEnum } from "./quote.entity.js";

@InputType()
class QuoteFields {
  @Field(() => ID, { nullable: true, description: "The deal it is for, of the same customer." })
  dealId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Its date; today unless given." })
  issuedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day it can be accepted." })
  validUntil?: string | null;

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

/** A new offer or quote. */
@InputType({ description: "A new offer or quote; its number is given by the system." })
export class CreateQuoteInput extends QuoteFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "For whom it is." })
  customerId!: string;

  @Field(() => QuoteKindEnum, {
    nullable: true,
    defaultValue: "QUOTE" satisfies (typeof QUOTE_KINDS)[number],
    description: "Whether the customer asked for it.",
  })
  kind?: QuoteKind | null;

  @Field(() => QuoteStatusEnum, {
    nullable: true,
    defaultValue: QUOTE_STATUSES[0],
    description: "Where it stands.",
  })
  status?: QuoteStatus | null;
}

/** The fields of a quote to change; what is left out stays, null clears. */
@InputType({
  description:
    "The fields of an offer or quote to change; what is left out stays, null clears. Lines and currency can change while it is a draft or sent.",
})
export class UpdateQuoteInput extends QuoteFields {
  @Field(() => ID, { description: "Which quote." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => QuoteKindEnum, { nullable: true, description: "Whether the customer asked for it." })
  kind?: QuoteKind | null;

  @Field(() => QuoteStatusEnum, {
    nullable: true,
    description: "Where it stands; what may follow is limited.",
  })
  status?: QuoteStatus | null;
}

/** An offer or a quote as another system has it. */
@InputType({
  description:
    "An offer or a quote as another system has it; lines and currency can change while it is a draft or sent.",
})
export class UpsertQuoteItem extends QuoteFields {
  @ItemExternalId()
  externalId!: string;

  @ItemCustomer()
  customer?: CustomerReferenceInput | null;

  @ItemReference("dealId")
  dealExternalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The number that the other system gave it; one that comes without gets the next of its series.",
  })
  number?: string | null;

  @Field(() => QuoteKindEnum, {
    nullable: true,
    description: "Whether the customer asked for it; QUOTE for a new one unless given.",
  })
  kind?: QuoteKind | null;

  @Field(() => QuoteStatusEnum, {
    nullable: true,
    description: "Where it stands; DRAFT for a new one unless given.",
  })
  status?: QuoteStatus | null;
}
