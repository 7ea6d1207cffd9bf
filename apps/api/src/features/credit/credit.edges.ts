import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Allow } from "../../platform/security/authorize.js";
import { CustomerSummary } from "../customers/summary.type.js";
import { CustomerCredit } from "./credit.type.js";
import { creditByCustomer } from "./creditUse.js";

/** How much of its credit limit a customer has used, in its summary. */
@Resolver(() => CustomerSummary)
export class CreditMetrics {
  @Allow("invoices:read")
  @FieldResolver(() => CustomerCredit, {
    nullable: true,
    description: "How much of its credit limit is used; null where it has none.",
  })
  credit(
    @Root() { customerId }: CustomerSummary,
    @Ctx() context: Context,
  ): Promise<CustomerCredit | null> {
    return context.load(creditByCustomer, customerId);
  }
}
