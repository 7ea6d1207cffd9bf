import { DEAL_STAGES, type DealStage } from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { CurrencyCode, DateScalar, DecimalScalar } from "../../platform/types/scalars.js";
import {
  type CustomerReferenceInput,
  ItemCustomer,
  ItemExternalId,
} from "../upserts/upsertItem.input.js";
import { DealStageEnum } from "./deal.entity.js";

@InputType()
class DealFields {
  @Field(() => DecimalScalar, { nullable: true, description: "What it is worth; 0 unless given." })
  value?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The customer's currency unless given, else the organisation's.",
  })
  currency?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How likely it is won, 0 to 100; 100 when it is won and 0 when it is lost.",
  })
  probability?: number | null;

  @Field(() => DateScalar, { nullable: true, description: "When it should be decided." })
  expectedCloseOn?: string | null;

  @Field(() => ID, { nullable: true, description: "Who works on it." })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  notes?: string | null;
}

/** A new deal. */
@InputType({ description: "A new deal." })
export class CreateDealInput extends DealFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "Whose it is." })
  customerId!: string;

  @Field(() => String, { description: "What it is about." })
  title!: string;

  @Field(() => DealStageEnum, {
    nullable: true,
    defaultValue: DEAL_STAGES[0],
    description: "How far it has come.",
  })
  stage?: DealStage | null;
}

/** The fields of a deal to change; what is left out stays, null clears. */
@InputType({
  description: "The fields of a deal to change; what is left out stays, null clears.",
})
export class UpdateDealInput extends DealFields {
  @Field(() => ID, { description: "Which deal." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => String, { nullable: true, description: "What it is about." })
  title?: string | null;

  @Field(() => DealStageEnum, {
    nullable: true,
    description: "How far it has come; one that ended can only be opened again.",
  })
  stage?: DealStage | null;
}

/** A deal as another system has it. */
@InputType({ description: "A deal as another system has it." })
export class UpsertDealItem extends DealFields {
  @ItemExternalId()
  externalId!: string;

  @ItemCustomer()
  customer?: CustomerReferenceInput | null;

  @Field(() => String, {
    nullable: true,
    description: "What it is about; required for a new one.",
  })
  title?: string | null;

  @Field(() => DealStageEnum, {
    nullable: true,
    description: "How far it has come; LEAD for a new one unless given.",
  })
  stage?: DealStage | null;
}
