import type { DealStage } from "@clientela/shared/records/enums";
import { ArgsType, Field, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { DealStageEnum } from "./deal.entity.js";

const FIELDS = {
  CREATED_AT: "deals:read",
  TITLE: "deals:read",
  VALUE: "deals:read",
  EXPECTED_CLOSE_ON: "deals:read",
} as const;

/** What deals can be sorted by. */
export type DealOrderField = keyof typeof FIELDS;

const DealOrderFieldEnum = registerOrder("DealOrderField", FIELDS, "What deals can be sorted by.");

/** Which deals a list holds; all conditions must hold. */
@InputType({ description: "Which deals a list holds; all conditions must hold." })
@Grouped()
export class DealFilter extends FilterGroups<DealFilter> {
  @Allow("deals:read")
  @Field(() => [DealStageEnum], { nullable: true, description: "In any of these stages." })
  stage?: DealStage[] | null;

  @Allow("deals:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Still open (true), or won or lost (false).",
  })
  open?: boolean | null;

  @Allow("deals:read")
  @Field(() => String, { nullable: true, description: "The title contains this." })
  search?: string | null;
}

/** How deals are sorted. */
@InputType({ description: "How deals are sorted." })
export class DealOrder implements SortOrder<DealOrderField> {
  @Field(() => DealOrderFieldEnum, { description: "By what." })
  field!: DealOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of deals. */
@ArgsType()
export class DealsArgs extends PageArgs implements ListArgs<DealFilter, DealOrderField> {
  @Field(() => DealFilter, { nullable: true, description: "Which deals; all unless given." })
  filter?: DealFilter | null;

  @Field(() => DealOrder, { nullable: true, description: "The newest first unless given." })
  orderBy?: DealOrder | null;
}
