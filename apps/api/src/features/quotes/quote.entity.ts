import {
  QUOTE_KINDS,
  QUOTE_STATUSES,
  type QuoteKind,
  type QuoteStatus,
} from "@clientela/shared/records/enums";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { registerEnum } from "../../platform/types/enums.js";
import { Node } from "../../platform/types/record.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { Deal } from "../deals/deal.entity.js";
import { LinedDocument } from "../documents/document.entity.js";
import { StoredLine } from "../documents/line.entity.js";

/** The kinds of quote as a GraphQL enum. */
export const QuoteKindEnum = registerEnum(
  "QuoteKind",
  QUOTE_KINDS,
  "An offer is made unasked, a quote answers a request.",
);

/** The states of a quote as a GraphQL enum. */
export const QuoteStatusEnum = registerEnum(
  "QuoteStatus",
  QUOTE_STATUSES,
  "Where an offer or a quote stands.",
);

/** What we would sell to a customer and for how much: an offer or a quote. */
@Entity("quotes")
@ObjectType({
  implements: Node,
  description: "What we would sell to a customer and for how much: an offer or a quote.",
})
export class Quote extends LinedDocument {
  @ForeignKey(() => Deal)
  @Column("uuid", { nullable: true })
  dealId!: string | null;

  @Field(() => QuoteKindEnum, { description: "Whether the customer asked for it." })
  @Column("text")
  kind!: QuoteKind;

  @Field(() => QuoteStatusEnum, { description: "Where it stands." })
  @Column("text")
  status!: QuoteStatus;

  @Field(() => DateScalar, { description: "Its date." })
  @Column("date")
  issuedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day it can be accepted." })
  @Column("date", { nullable: true })
  validUntil!: string | null;
}

/** A line of a quote. */
@Entity("quote_lines")
export class QuoteLine extends StoredLine {
  @ForeignKey(() => Quote)
  @Column("uuid")
  quoteId!: string;
}
