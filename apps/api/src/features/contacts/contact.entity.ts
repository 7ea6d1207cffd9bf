import { MAX_CONTACT_POINTS } from "@clientela/shared/records/contactPoints";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { EmailAddress } from "../../platform/types/scalars.js";
import {
  EmailEntry,
  emailEntries,
  PhoneEntry,
  phoneEntries,
} from "../customers/contact-points/contactPoint.type.js";
import type { ContactPoint, Reachable } from "../customers/contact-points/contactPoints.js";
import { Customer } from "../customers/customer.entity.js";

/** A person at a customer. */
@Entity("contacts")
@ObjectType({ implements: Node, description: "A person at a customer." })
export class Contact extends StoredRecord implements Reachable {
  @Field(() => ID, { description: "At which customer." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Field(() => String, { description: "The person's name." })
  @Column("text")
  name!: string;

  @Field(() => String, { nullable: true, description: "What the person does there." })
  @Column("text", { nullable: true })
  jobTitle!: string | null;

  @Field(() => EmailAddress, { nullable: true, description: "The person's main e-mail address." })
  @Column("text", { nullable: true })
  email!: string | null;

  @Column("text", { nullable: true })
  emailLabel!: string | null;

  @Column("jsonb", { nullable: true })
  furtherEmails!: ContactPoint[] | null;

  @AtMost(MAX_CONTACT_POINTS, 0.1)
  @DependsOn<Contact>("email", "emailLabel", "furtherEmails")
  @Field(() => [EmailEntry], { description: "All e-mail addresses, the main one first." })
  emails(): EmailEntry[] {
    return emailEntries(this);
  }

  @Field(() => String, {
    nullable: true,
    description: "The person's main phone, in E.164 where it is a full number.",
  })
  @Column("text", { nullable: true })
  phone!: string | null;

  @Column("text", { nullable: true })
  phoneLabel!: string | null;

  @Column("jsonb", { nullable: true })
  furtherPhones!: ContactPoint[] | null;

  @AtMost(MAX_CONTACT_POINTS, 0.1)
  @DependsOn<Contact>("phone", "phoneLabel", "furtherPhones")
  @Field(() => [PhoneEntry], { description: "All phones, the main one first." })
  phones(): PhoneEntry[] {
    return phoneEntries(this);
  }

  @Field(() => Boolean, {
    description: "Whether this is whom to ask first; one at the most for each customer.",
  })
  @Column("boolean")
  isPrimary!: boolean;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  @Column("text", { nullable: true })
  notes!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
