import { ArgsType, Field, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";

const FIELDS = {
  NAME: "contacts:read",
  CREATED_AT: "contacts:read",
  UPDATED_AT: "contacts:read",
} as const;

/** What people can be sorted by. */
export type ContactOrderField = keyof typeof FIELDS;

const ContactOrderFieldEnum = registerOrder(
  "ContactOrderField",
  FIELDS,
  "What people can be sorted by.",
);

/** Which people a list holds; all conditions must hold. */
@InputType({ description: "Which people a list holds; all conditions must hold." })
@Grouped()
export class ContactFilter extends FilterGroups<ContactFilter> {
  @Allow("contacts:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Whom to ask first at their customer (true), or the others (false).",
  })
  isPrimary?: boolean | null;

  @Allow("contacts:read")
  @Field(() => String, {
    nullable: true,
    description: "Words that must occur in the name, the e-mail addresses or the phones.",
  })
  search?: string | null;
}

/** How people are sorted. */
@InputType({ description: "How people are sorted." })
export class ContactOrder implements SortOrder<ContactOrderField> {
  @Field(() => ContactOrderFieldEnum, { description: "By what." })
  field!: ContactOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of people. */
@ArgsType()
export class ContactsArgs extends PageArgs implements ListArgs<ContactFilter, ContactOrderField> {
  @Field(() => ContactFilter, { nullable: true, description: "Which people; all unless given." })
  filter?: ContactFilter | null;

  @Field(() => ContactOrder, { nullable: true, description: "By name unless given." })
  orderBy?: ContactOrder | null;
}
