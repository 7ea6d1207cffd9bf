import { Field, ID, Int, InterfaceType, ObjectType } from "type-graphql";
import { CreateDateColumn, PrimaryColumn, UpdateDateColumn, VersionColumn } from "typeorm";
import { DateTimeScalar } from "./scalars.js";

/** Anything with an id of its own; `node(id:)` finds it. */
// The types of all loaded features implement it; a schema names those of its own (schema.ts).
@InterfaceType("Node", {
  description: "Anything with an id of its own; `node(id:)` finds it.",
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: "UUID, version 7." })
  @PrimaryColumn("uuid")
  id!: string;
}

/** What every record has; entities extend it. */
@ObjectType()
export abstract class StoredRecord extends Node {
  @Field(() => DateTimeScalar, { description: "When the record was made." })
  @CreateDateColumn({ type: "timestamptz" })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "When the record was last changed." })
  @UpdateDateColumn({ type: "timestamptz" })
  updatedAt!: Date;

  @Field(() => Int, {
    description: "Grows by one with every change; an update names the version that it changes.",
  })
  @VersionColumn({ type: "integer" })
  version!: number;
}
