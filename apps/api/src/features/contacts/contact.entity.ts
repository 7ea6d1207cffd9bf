import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { EmailAddress } from "../../platform/types/scalars.js";
import { Customer } from "../customers/customer.entity.js";

/** A person at a customer. */
@Entity("contacts")
@ObjectType({ implements: Node, description: "A person at a customer." })
export class Contact extends StoredRecord {
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

  @Field(() => EmailAddress, { nullable: true, description: "The person's e-mail address." })
  @Column("text", { nullable: true })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The person's phone, in E.164 where it is a full number.",
  })
  @Column("text", { nullable: true })
  phone!: string | null;

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
