import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { EmailAddress } from "../../platform/types/scalars.js";
import {
  type EmailEntryInput,
  EmailList,
  type PhoneEntryInput,
  PhoneList,
} from "../customers/contact-points/contactPoint.input.js";
import {
  type CustomerReferenceInput,
  ItemCustomer,
  ItemExternalId,
} from "../upserts/upsertItem.input.js";

@InputType()
class ContactFields {
  @Field(() => String, { nullable: true, description: "What the person does there." })
  jobTitle?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: "The person's main e-mail address." })
  email?: string | null;

  @EmailList()
  emails?: EmailEntryInput[] | null;

  @Field(() => String, { nullable: true, description: "The person's main phone." })
  phone?: string | null;

  @PhoneList()
  phones?: PhoneEntryInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether this is whom to ask first; whoever was it before no longer is.",
  })
  isPrimary?: boolean | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  notes?: string | null;
}

/** A new person at a customer. */
@InputType({ description: "A new person at a customer." })
export class CreateContactInput extends ContactFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "At which customer." })
  customerId!: string;

  @Field(() => String, { description: "The person's name." })
  name!: string;
}

/** The fields of a person to change; what is left out stays, null clears. */
@InputType({
  description: "The fields of a person to change; what is left out stays, null clears.",
})
export class UpdateContactInput extends ContactFields {
  @Field(() => ID, { description: "Which person." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => String, { nullable: true, description: "The person's name." })
  name?: string | null;
}

/** A person as another system has them. */
@InputType({ description: "A person at a customer as another system has them." })
export class UpsertContactItem extends ContactFields {
  @ItemExternalId()
  externalId!: string;

  @ItemCustomer()
  customer?: CustomerReferenceInput | null;

  @Field(() => String, {
    nullable: true,
    description: "The person's name; required for a new one.",
  })
  name?: string | null;
}
