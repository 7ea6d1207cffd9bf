import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateTimeScalar, Url } from "../../platform/types/scalars.js";

/** An address that is notified of events, in the order of the change feed. */
@Entity("webhooks")
@ObjectType({
  implements: Node,
  description: "An address that is told of what happens, in the order of the change feed.",
})
export class Webhook extends StoredRecord {
  @Field(() => Url, { description: "Where events are sent." })
  @Column("text")
  url!: string;

  @Field(() => String, { nullable: true, description: "What it is for." })
  @Column("text", { nullable: true })
  description!: string | null;

  @Field(() => [String], {
    description: "What it is told of: `customer.created`, `invoice.*`, or `*` for everything.",
  })
  @Column("text", { array: true })
  events!: string[];

  @Column("text")
  sealedSecret!: string;

  @Column("text", { nullable: true })
  formerSealedSecret!: string | null;

  @Column("timestamptz", { nullable: true })
  formerSecretUntil!: Date | null;

  @Field(() => Boolean, { description: "Whether events are sent." })
  enabled(): boolean {
    return this.disabledAt === null;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When it was switched off: by a person, or after an event was refused for three days.",
  })
  @Column("timestamptz", { nullable: true })
  disabledAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when it takes nothing; null where all is well.",
  })
  @Column("timestamptz", { nullable: true })
  failingSince!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the event that it did not take is sent again; later ones wait for it.",
  })
  @Column("timestamptz", { nullable: true })
  retryAt!: Date | null;

  /** How far the feed was read for it. */
  @Column("bigint")
  position!: string;

  @Column("uuid")
  feedId!: string;
}
