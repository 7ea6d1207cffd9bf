import type { InvoiceKind, InvoiceState } from "@clientela/shared/records/enums";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { InvoiceKindEnum, InvoiceStateEnum } from "./invoice.entity.js";

const FIELDS = {
  ISSUED_ON: "invoices:read",
  DUE_ON: "invoices:read",
  NUMBER: "invoices:read",
  TOTAL: "invoices:read",
} as const;

/** What invoices can be sorted by. */
export type InvoiceOrderField = keyof typeof FIELDS;

const InvoiceOrderFieldEnum = registerOrder(
  "InvoiceOrderField",
  FIELDS,
  "What invoices can be sorted by.",
);

/** Which invoices a list holds; all conditions must hold. */
@InputType({ description: "Which invoices a list holds; all conditions must hold." })
@Grouped()
export class InvoiceFilter extends FilterGroups<InvoiceFilter> {
  @Allow("invoices:read")
  @Field(() => InvoiceKindEnum, { nullable: true, description: "Sales or purchases." })
  kind?: InvoiceKind | null;

  @Allow("invoices:read")
  @Field(() => [InvoiceStateEnum], {
    nullable: true,
    description: "In any of these states as of today; overdue ones are not authorised as well.",
  })
  state?: InvoiceState[] | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Of this day or later." })
  issuedFrom?: string | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Of this day or earlier." })
  issuedTo?: string | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Due on this day or later." })
  dueFrom?: string | null;

  @Allow("invoices:read")
  @Field(() => DateScalar, { nullable: true, description: "Due on this day or earlier." })
  dueTo?: string | null;

  @Allow("customers:read")
  @Field(() => [ID], { nullable: true, description: "Of customers owned by any of these users." })
  customerOwnerIds?: string[] | null;

  @Allow("invoices:read")
  @Field(() => String, { nullable: true, description: "Words that must occur in the number." })
  search?: string | null;
}

/** How invoices are sorted. */
@InputType({ description: "How invoices are sorted." })
export class InvoiceOrder implements SortOrder<InvoiceOrderField> {
  @Field(() => InvoiceOrderFieldEnum, { description: "By what." })
  field!: InvoiceOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of invoices. */
@ArgsType()
export class InvoicesArgs extends PageArgs implements ListArgs<InvoiceFilter, InvoiceOrderField> {
  @Field(() => InvoiceFilter, { nullable: true, description: "Which invoices; all unless given." })
  filter?: InvoiceFilter | null;

  @Field(() => InvoiceOrder, { nullable: true, description: "The newest first unless given." })
  orderBy?: InvoiceOrder | null;
}
