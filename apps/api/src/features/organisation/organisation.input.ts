import { Field, InputType, Int } from "type-graphql";
import { CurrencyCode } from "../../platform/types/scalars.js";

/** Changes to the settings; what is left out stays. */
@InputType({
  description:
    "Changes to the settings; what is left out stays, null is as the server was started.",
})
export class UpdateOrganisationInput {
  @Field(() => Int, { description: "The version that is changed." })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: "An IANA time zone such as America/Sao_Paulo.",
  })
  timeZone?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The currency of documents of customers without one.",
  })
  currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The name on documents; at most 200 characters.",
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The tax ID on documents, as it is to be printed; at most 60 characters.",
  })
  taxId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The address on documents, over several lines; at most 500 characters.",
  })
  address?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether orders and invoices that take a customer beyond its credit limit are refused.",
  })
  refuseOverCreditLimit?: boolean | null;
}
