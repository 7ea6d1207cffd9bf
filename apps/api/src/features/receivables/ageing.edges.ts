import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Usually } from "../../platform/graph/cost/listSize.js";
import { Allow } from "../../platform/security/authorize.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { CustomerSummary } from "../customers/summary.type.js";
import { ageingOf } from "./ageing.js";
import { Ageing } from "./ageing.type.js";

const USUAL_CURRENCIES = 2;

/** As of which day. */
@ArgsType()
class AgeingArgs {
  @Allow("invoices:read")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "At the end of this day, by the invoices that were issued and what was settled by then; today unless given.",
  })
  asOf?: string | null;
}

/** What a customer owes us and we owe it, in its summary. */
@Resolver(() => CustomerSummary)
export class AgeingMetrics {
  @Allow("invoices:read")
  @Usually(USUAL_CURRENCIES)
  @FieldResolver(() => [Ageing], {
    description: "What is open of its sales invoices by how late it is, one for each currency.",
  })
  receivables(
    @Root() summary: CustomerSummary,
    @Args(() => AgeingArgs) { asOf }: AgeingArgs,
    @Ctx() context: Context,
  ): Promise<Ageing[]> {
    return ageingOf(context, summary.customerId, "SALES", asOf ?? null);
  }

  @Allow("invoices:read")
  @Usually(USUAL_CURRENCIES)
  @FieldResolver(() => [Ageing], {
    description: "What is open of its purchase invoices by how late it is, one for each currency.",
  })
  payables(
    @Root() summary: CustomerSummary,
    @Args(() => AgeingArgs) { asOf }: AgeingArgs,
    @Ctx() context: Context,
  ): Promise<Ageing[]> {
    return ageingOf(context, summary.customerId, "PURCHASE", asOf ?? null);
  }
}
