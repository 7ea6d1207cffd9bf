import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import { Field, ID, ObjectType } from "type-graphql";
import { Column } from "typeorm";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";

/** A deleted record, as `deletedRecords` selects it from the tables of all kinds; it has no table of its own. */
@ObjectType({ description: "A record in the trash, of any kind." })
export class DeletedRecord {
  @Field(() => ID, { description: "The id of the record, for the mutation that restores it." })
  @Column("uuid")
  id!: string;

  @Field(() => RecordTypeEnum, { description: "Its type." })
  @Column("text")
  recordType!: RecordTypeValue;

  @Field(() => String, {
    nullable: true,
    description: "What people call it: a title, a number or a note; null where it has none.",
  })
  @Column("text", { nullable: true })
  name!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The customer that it belongs to; null for a customer itself.",
  })
  @Column("uuid", { nullable: true })
  customerId!: string | null;

  @Field(() => DateTimeScalar, {
    description: "When it was deleted; for 30 days from then it can be restored.",
  })
  @Column("timestamptz")
  deletedAt!: Date;
}
