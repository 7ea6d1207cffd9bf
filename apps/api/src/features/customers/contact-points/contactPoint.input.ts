import { MAX_CONTACT_POINTS, MAX_LABEL } from "@clientela/shared/records/contactPoints";
import { Field, InputType } from "type-graphql";
import { EmailAddress } from "../../../platform/types/scalars.js";

const LABEL = `What it is for, ${MAX_LABEL} characters at the most: work, home, mobile, billing, other, or any other text.`;

/** An e-mail address with its label. */
@InputType({ description: "An e-mail address with its label." })
export class EmailEntryInput {
  @Field(() => EmailAddress, { description: "The address." })
  address!: string;

  @Field(() => String, { nullable: true, description: LABEL })
  label?: string | null;
}

/** A phone with its label. */
@InputType({ description: "A phone with its label." })
export class PhoneEntryInput {
  @Field(() => String, { description: "In any notation." })
  number!: string;

  @Field(() => String, { nullable: true, description: LABEL })
  label?: string | null;
}

/** The field for all e-mail addresses of a customer or contact. */
export const EmailList = () =>
  Field(() => [EmailEntryInput], {
    nullable: true,
    description: `All e-mail addresses, the main one first, ${MAX_CONTACT_POINTS} at the most; they replace those that it has. An \`email\` next to them must be the first.`,
  });

/** The field for all phones of a customer or contact. */
export const PhoneList = () =>
  Field(() => [PhoneEntryInput], {
    nullable: true,
    description: `All phones, the main one first, ${MAX_CONTACT_POINTS} at the most; they replace those that it has. A \`phone\` next to them must be the first.`,
  });
