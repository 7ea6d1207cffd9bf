import { NOTIFICATION_KINDS, type NotificationKind } from "@clientela/shared/records/enums";
import type { RecordType } from "@clientela/shared/records/recordActions";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { registerEnum } from "../../platform/types/enums.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";

/** Why a person is told of a record, as a GraphQL enum. */
export const NotificationKindEnum = registerEnum(
  "NotificationKind",
  NOTIFICATION_KINDS,
  "Why a person is told of a record: a note mentions them, a task was given to them, or an import or export of theirs has finished or failed.",
);

/** Something that a person is told of. It holds no text: what it says is read from the record, by the reader's own rules. */
@Entity("notifications")
@ObjectType({
  implements: Node,
  description: "Something that a person is told of; nobody else reads it.",
})
export class Notification extends StoredRecord {
  // No key that keeps a person: what they were told goes with them.
  @Column("uuid")
  userId!: string;

  @Field(() => NotificationKindEnum, { description: "Why they are told." })
  @Column("text")
  kind!: NotificationKind;

  @Column("text")
  recordType!: RecordType;

  @Field(() => ID, { description: "The record that it is about." })
  @Column("uuid")
  recordId!: string;

  /** Null where a program or the person themselves did it. */
  @Column("uuid", { nullable: true })
  causedById!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was read." })
  @Column("timestamptz", { nullable: true })
  readAt!: Date | null;
}
