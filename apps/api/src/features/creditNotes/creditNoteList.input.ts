import type { InvoiceKind } from "@clientela/shared/records/enums";
import { ArgsType, Field, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { InvoiceKindEnum } from "../invoices/invoice.entity.js";

const FIELDS = {
  ISSUED_ON: "invoices:read",
  NUMBER: "invoices:read",
  TOTAL: "invoices:read",
} as const;

/** What credit notes can be sorted by. */
export type CreditNoteOrderField = keyof typeof FIELDS;

const CreditNoteOrderFieldEnum = registerOrder(
  "CreditNoteOrderField",
  FIELDS,
  "What credit notes can be sorted by.",
);

/** Which credit notes a list holds; all conditions must hold. */
@InputType({ description: "Which credit notes a list holds; all conditions must hold." })
@Grouped()
export class CreditNoteFilter extends FilterGroups<CreditNoteFilter> {
  @Allow("invoices:read")
  @Field(() => InvoiceKindEnum, { nullable: true, description: "Of what we sold, or bought." })
  kind?: InvoiceKind | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Of this day or later." })
  issuedFrom?: string | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Of this day or earlier." })
  issuedTo?: string | null;

  @Allow("invoices:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether something of it is on account, that is, allocated to no invoice.",
  })
  onAccount?: boolean | null;

  @Allow("invoices:read")
  @Field(() => Boolean, { nullable: true, description: "Whether it was cancelled." })
  cancelled?: boolean | null;
}

/** How credit notes are sorted. */
@InputType({ description: "How credit notes are sorted." })
export class CreditNoteOrder implements SortOrder<CreditNoteOrderField> {
  @Field(() => CreditNoteOrderFieldEnum, { description: "By what." })
  field!: CreditNoteOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The arguments of a list of credit notes. */
@ArgsType()
export class CreditNotesArgs
  extends PageArgs
  implements ListArgs<CreditNoteFilter, CreditNoteOrderField>
{
  @Field(() => CreditNoteFilter, {
    nullable: true,
    description: "Which credit notes; all unless given.",
  })
  filter?: CreditNoteFilter | null;

  @Field(() => CreditNoteOrder, { nullable: true, description: "The newest first unless given." })
  orderBy?: CreditNoteOrder | null;
}
