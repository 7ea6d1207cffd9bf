import type { InvoiceKind } from "@clientela/shared/records/enums";
import { ArgsType, Field, ID } from "type-graphql";
import { Allow } from "../../platform/security/authorize.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { InvoiceKindEnum } from "../invoices/invoice.entity.js";

/** Of which customer, and of which days. */
@ArgsType()
export class StatementArgs {
  @Field(() => ID, { description: "Which customer." })
  customerId!: string;

  @Allow("invoices:read")
  @Field(() => DateScalar, { description: "The first day." })
  from!: string;

  @Allow("invoices:read")
  @Field(() => DateScalar, { description: "The last day." })
  to!: string;

  @Allow("invoices:read")
  @Field(() => InvoiceKindEnum, {
    nullable: true,
    description:
      "SALES for receivables alone, PURCHASE for payables alone; both, netted, unless given.",
  })
  kind?: InvoiceKind | null;
}
