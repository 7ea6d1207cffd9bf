import { Field, ID, InputType } from "type-graphql";
import { Allow } from "../../platform/security/authorize.js";
import { TaxIdInput } from "../customers/customer.input.js";

/** Which customer an item belongs to. */
@InputType({ description: "Which customer an item belongs to; exactly one key is given." })
export class CustomerReferenceInput {
  @Field(() => ID, {
    nullable: true,
    description: "The customer's id; that of a merged customer leads to its survivor.",
  })
  id?: string | null;

  @Allow("customers:read")
  @Field(() => String, { nullable: true, description: 'The customer\'s number, "C-000042".' })
  number?: string | null;

  @Allow("customers:read")
  @Field(() => TaxIdInput, { nullable: true, description: "A tax ID, in any notation." })
  taxId?: TaxIdInput | null;

  @Allow("customers:read")
  @Field(() => String, {
    nullable: true,
    description: "The customer's id in the other system, under the call's `source`.",
  })
  externalId?: string | null;
}

/** An item's field for the id by which its record is found or made. */
export const ItemExternalId = () =>
  Field(() => String, {
    description:
      "The record's id in the other system, under the call's `source`: by it the record is found or made.",
  });

/** An item's field for the customer of its record. */
export const ItemCustomer = () =>
  Field(() => CustomerReferenceInput, {
    nullable: true,
    description: "Whose it is; required for a new record, and never changed afterwards.",
  });

/** An item's field for another record by its id in the other system; `property` is the field for the same by its id here. */
export const ItemReference = (property: string) =>
  Field(() => String, {
    nullable: true,
    description: `The same as \`${property}\`, by the id in the other system, under the call's \`source\`.`,
  });
