import { ArgsType, Field, ID, InputType } from "type-graphql";
import { Allow } from "../../platform/security/authorize.js";
import { PageArgs } from "../../platform/types/page.input.js";
import { CountryCode } from "../../platform/types/scalars.js";
import { TaxIdInput } from "../customers/customer.input.js";

/** A page of possible duplicates. */
@ArgsType()
export class DuplicateCandidatesArgs extends PageArgs {
  @Allow("customers:read")
  @Field(() => ID, { nullable: true, description: "Only pairs with this customer." })
  customerId?: string | null;
}

/** What was typed so far of a new customer; invalid or unfinished values find nothing. */
@InputType({
  description:
    "What is known so far of a customer that is being typed; what is wrong or unfinished finds nothing.",
})
export class LikelyDuplicatesInput {
  @Allow("customers:read")
  @Field(() => String, { nullable: true, description: "The legal name, or the beginning of it." })
  legalName?: string | null;

  @Allow("customers:read")
  @Field(() => String, { nullable: true, description: "The e-mail address." })
  email?: string | null;

  @Allow("customers:read")
  @Field(() => String, { nullable: true, description: "The phone." })
  phone?: string | null;

  @Allow("customers:read")
  @Field(() => CountryCode, { nullable: true, description: "Where a phone without country is." })
  country?: string | null;

  @Allow("customers:read")
  @Field(() => String, { nullable: true, description: "The web site." })
  website?: string | null;

  @Allow("customers:read")
  @Field(() => TaxIdInput, { nullable: true, description: "The tax ID, in any notation." })
  taxId?: TaxIdInput | null;

  @Allow("customers:read")
  @Field(() => TaxIdInput, { nullable: true, description: "The tax ID of another kind." })
  secondTaxId?: TaxIdInput | null;

  @Allow("customers:read")
  @Field(() => ID, { nullable: true, description: "The customer itself, where it is known." })
  excludeId?: string | null;
}

/** The customers that a person judges to be the same or not. */
@InputType({ description: "Customers of which someone judges whether they are the same." })
export class DuplicateDecisionInput {
  @Field(() => [ID], { description: "The customers, 2 to 20." })
  ids!: string[];
}
