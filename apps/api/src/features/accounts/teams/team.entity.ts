import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Node, StoredRecord } from "../../../platform/types/record.js";

/** People who look after customers together. */
@Entity("teams")
@ObjectType({ implements: Node, description: "People who look after customers together." })
export class Team extends StoredRecord {
  @Field(() => String, { description: "What people call it." })
  @Column("text")
  name!: string;
}
