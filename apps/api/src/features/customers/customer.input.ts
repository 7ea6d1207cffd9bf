import type { CustomerStatus } from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { ExternalIdInput } from "../../platform/records/externalId.type.js";
import { Allow } from "../../platform/security/authorize.js";
import {
  CountryCode,
  CurrencyCode,
  DecimalScalar,
  EmailAddress,
  Url,
} from "../../platform/types/scalars.js";
import { AddressInput } from "./addresses/address.input.js";
import {
  type EmailEntryInput,
  EmailList,
  type PhoneEntryInput,
  PhoneList,
} from "./contact-points/contactPoint.input.js";
import { CustomerStatusEnum } from "./customer.entity.js";

/** A tax ID in any notation. */
@InputType({ description: "A tax ID in any notation." })
export class TaxIdInput {
  @Field(() => CountryCode, { description: "Whose tax office." })
  country!: string;

  @Field(() => String, { description: "With or without punctuation." })
  value!: string;
}

/** The fields common to all inputs that write a customer. */
@InputType()
export class CustomerFields {
  @Field(() => TaxIdInput, {
    nullable: true,
    description: "Checked for its country and stored normalised.",
  })
  taxId?: TaxIdInput | null;

  @Field(() => TaxIdInput, {
    nullable: true,
    description: "A tax ID of another kind than the first, such as a CPF next to a CNPJ.",
  })
  secondTaxId?: TaxIdInput | null;

  @Field(() => String, { nullable: true, description: "The name the customer trades under." })
  tradeName?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: "The main e-mail address." })
  email?: string | null;

  @EmailList()
  emails?: EmailEntryInput[] | null;

  @Field(() => String, { nullable: true, description: "The main phone." })
  phone?: string | null;

  @PhoneList()
  phones?: PhoneEntryInput[] | null;

  @Field(() => Url, { nullable: true, description: "The web site." })
  website?: string | null;

  @Field(() => ID, { nullable: true, description: "Who looks after the customer." })
  ownerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The customer that it belongs to, as a branch or a subsidiary; none that belongs to it at any depth.",
  })
  parentId?: string | null;

  @Field(() => [String], { nullable: true, description: "Free labels." })
  tags?: string[] | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  notes?: string | null;

  @Field(() => CurrencyCode, { nullable: true, description: "The currency of its documents." })
  currency?: string | null;

  @Field(() => Int, { nullable: true, description: "Days from an invoice's date to its due date." })
  paymentTermDays?: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "How much it may owe us at once, with its open orders, in its currency or else the organisation's; above 0, null for no limit.",
  })
  creditLimit?: string | null;
}

/** A new customer. */
@InputType({ description: "A new customer." })
export class CreateCustomerInput extends CustomerFields {
  @Field(() => [ExternalIdInput], { nullable: true, description: "Its ids in other systems." })
  externalIds?: ExternalIdInput[] | null;

  @Field(() => String, {
    description: "The name in the register of companies, or the person's full name.",
  })
  legalName!: string;

  @Field(() => AddressInput, {
    description: "The main address: the country, and a street, a city or a postal code at least.",
  })
  address!: AddressInput;

  @Field(() => CustomerStatusEnum, {
    nullable: true,
    defaultValue: "ACTIVE",
    description: "Where the customer stands.",
  })
  status?: CustomerStatus | null;
}

/** The fields of a customer to change: an omitted field keeps its value, null clears it. */
@InputType({
  description: "The fields of a customer to change; what is left out stays, null clears.",
})
export class UpdateCustomerInput extends CustomerFields {
  @Field(() => [ExternalIdInput], {
    nullable: true,
    description:
      "Its ids in other systems: they replace those of the sources that they name, and those of other sources stay; null removes all.",
  })
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "Which customer." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => String, { nullable: true, description: "The name in the register of companies." })
  legalName?: string | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: "The main address; parts left out stay.",
  })
  address?: AddressInput | null;

  @Field(() => CustomerStatusEnum, { nullable: true, description: "Where the customer stands." })
  status?: CustomerStatus | null;
}

/** Identifies one customer by exactly one key. */
@InputType({ description: "Finds one customer; exactly one key is given." })
export class CustomerKey {
  @Allow("customers:read")
  @Field(() => String, { nullable: true, description: 'Such as "C-000042".' })
  number?: string | null;

  @Allow("customers:read")
  @Field(() => TaxIdInput, { nullable: true, description: "In any notation." })
  taxId?: TaxIdInput | null;

  @Allow("customers:read")
  @Field(() => ExternalIdInput, { nullable: true, description: "The id in another system." })
  externalId?: ExternalIdInput | null;

  @Allow("customers:read")
  @Field(() => EmailAddress, {
    nullable: true,
    description: "An e-mail address, in any case; whoever has it as the main one comes first.",
  })
  email?: string | null;
}
