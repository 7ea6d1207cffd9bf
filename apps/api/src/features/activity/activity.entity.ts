import type { RecordType, RecordTypeValue } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import type { Actor, Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { Node } from "../../platform/types/record.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { Customer } from "../customers/customer.entity.js";
import { ActivityActor, ActivityChange } from "./activity.type.js";
import { fieldNamesInGraphQL } from "./fieldPaths.js";
import { readableChanges } from "./historyAccess.js";

/** An entry of the history: an action that is never changed and never deleted. */
@Entity("activity")
@ObjectType({
  implements: Node,
  description: "One thing that was done, as the history keeps it: never changed, never deleted.",
})
export class Activity extends Node {
  /** Null for a record that belongs to no customer. */
  @ForeignKey(() => Customer)
  @Column("uuid", { nullable: true })
  customerId!: string | null;

  /** The name of the record's GraphQL type. */
  @Column("text")
  recordType!: RecordType;

  @Field(() => RecordTypeEnum, {
    name: "recordType",
    description: "The type of the record that was changed.",
  })
  recordTypeInGraphQL(): RecordTypeValue {
    return RECORD_KINDS[this.recordType].value;
  }

  @Field(() => ID, { description: "The record that it was done to, which may be gone by now." })
  @Column("uuid")
  recordId!: string;

  @Field(() => String, {
    description:
      "What was done, in the past tense: created, updated, deleted, restored, note_added …",
  })
  @Column("text")
  action!: string;

  @Column("text")
  actorKind!: Actor["kind"];

  @Column("uuid", { nullable: true })
  actorId!: string | null;

  @Column("text")
  actorName!: string;

  @Field(() => ActivityActor, { description: "Who did it." })
  actor(): ActivityActor {
    return { kind: this.actorKind, actorId: this.actorId, name: this.actorName };
  }

  /** Named after the properties of the record, permanently. */
  @Column("jsonb")
  changes!: ActivityChange[];

  @AtMost(30)
  @Field(() => [ActivityChange], { name: "changes", description: "The fields that it changed." })
  changesInGraphQL(@Ctx() context: Pick<Context, "app" | "actor">): ActivityChange[] {
    const { recordType } = this;
    const changes = readableChanges(context, recordType, this.changes);
    return fieldNamesInGraphQL(context.app.registry, recordType, changes);
  }

  @Field(() => String, { nullable: true, description: "What somebody wrote down." })
  @Column("text", { nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was done." })
  @Column("timestamptz")
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "The same as `createdAt`: it never changes." })
  updatedAt(): Date {
    return this.createdAt;
  }

  @Field(() => Int, { description: "Always 1: it never changes." })
  version(): number {
    return 1;
  }
}
