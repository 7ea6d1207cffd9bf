import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { CurrencyCode } from "../../platform/types/scalars.js";

/** What an admin set for everyone. */
@Entity("organisation_settings")
@ObjectType({ implements: Node, description: "What an admin set for everyone." })
export class OrganisationSettings extends StoredRecord {
  @Field(() => String, {
    nullable: true,
    description:
      "The IANA time zone that decides which day is today; null where it is as the server was started.",
  })
  @Column("text", { nullable: true })
  timeZone!: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description:
      "The currency of documents of customers without one; null where it is as the server was started.",
  })
  @Column("text", { nullable: true })
  currency!: string | null;
}
