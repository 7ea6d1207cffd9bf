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

  @Field(() => String, { nullable: true, description: "The name on documents, such as quotes." })
  @Column("text", { nullable: true })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The tax ID on documents, as it is to be printed, such as "NIF 501 964 843".',
  })
  @Column("text", { nullable: true })
  taxId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The address on documents, with its lines as they are to be printed.",
  })
  @Column("text", { nullable: true })
  address!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether orders and invoices that take a customer beyond its credit limit are refused; the app warns of them either way.",
  })
  @Column("boolean")
  refuseOverCreditLimit!: boolean;
}
