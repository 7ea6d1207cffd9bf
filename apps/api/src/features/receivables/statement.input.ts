import { ArgsType, Field, ID } from "type-graphql";
import { Allow } from "../../platform/security/authorize.js";
import { DateScalar } from "../../platform/types/scalars.js";

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
}
