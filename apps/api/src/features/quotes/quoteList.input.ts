import type { QuoteKind, QuoteStatus } from "@clientela/shared/records/enums";
import { ArgsType, Field, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { QuoteKindEnum, QuoteStatusEnum } from "./quote.entity.js";

const FIELDS = {
  ISSUED_ON: "quotes:read",
  NUMBER: "quotes:read",
  TOTAL: "quotes:read",
  VALID_UNTIL: "quotes:read",
} as const;

/** What quotes can be sorted by. */
export type QuoteOrderField = keyof typeof FIELDS;

const QuoteOrderFieldEnum = registerOrder(
  "QuoteOrderField",
  FIELDS,
  "What offers and quotes can be sorted by.",
);

/** Which offers and quotes a list holds; all conditions must hold. */
@InputType({ description: "Which offers and quotes a list holds; all conditions must hold." })
@Grouped()
export class QuoteFilter extends FilterGroups<QuoteFilter> {
  @Allow("quotes:read")
  @Field(() => QuoteKindEnum, { nullable: true, description: "Of this kind." })
  kind?: QuoteKind | null;

  @Allow("quotes:read")
  @Field(() => [QuoteStatusEnum], { nullable: true, description: "In any of these states." })
  status?: QuoteStatus[] | null;

  @Allow("quotes:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Still open, that is a draft or sent (true), or not (false).",
  })
  open?: boolean | null;

  @Allow("quotes:read")
  @Field(() => String, { nullable: true, description: "The number contains this." })
  search?: string | null;
}

/** How offers and quotes are sorted. */
@InputType({ description: "How offers and quotes are sorted." })
export class QuoteOrder implements SortOrder<QuoteOrderField> {
  @Field(() => QuoteOrderFieldEnum, { description: "By what." })
  field!: QuoteOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of offers and quotes. */
@ArgsType()
export class QuotesArgs extends PageArgs implements ListArgs<QuoteFilter, QuoteOrderField> {
  @Field(() => QuoteFilter, { nullable: true, description: "Which ones; all unless given." })
  filter?: QuoteFilter | null;

  @Field(() => QuoteOrder, { nullable: true, description: "The newest first unless given." })
  orderBy?: QuoteOrder | null;
}
