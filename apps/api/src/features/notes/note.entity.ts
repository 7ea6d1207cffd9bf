import { MAX_MENTIONS } from "@clientela/shared/notes/noteFields";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { User } from "../accounts/user.entity.js";
import { Customer } from "../customers/customer.entity.js";

/** What somebody wrote down about a customer. */
@Entity("notes")
@ObjectType({ implements: Node, description: "What somebody wrote down about a customer." })
export class Note extends StoredRecord {
  @Field(() => ID, { description: "The customer that it is about." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Field(() => String, { description: "The note as plain text, at most 10,000 characters." })
  @Column("text")
  text!: string;

  @Field(() => Boolean, { description: "Whether it is pinned to the top of the customer." })
  @Column("boolean")
  pinned!: boolean;

  /** Colleagues whom the text names; who is gone meanwhile stays in it. */
  @AtMost(MAX_MENTIONS)
  @Field(() => [ID], { description: "The users whom it mentions." })
  @Column("uuid", { array: true })
  mentionIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: "The user who wrote it; null where a program did.",
  })
  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  createdById!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
