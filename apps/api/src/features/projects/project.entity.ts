import { PROJECT_STATUSES, type ProjectStatus } from "@clientela/shared/records/enums";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { registerEnum } from "../../platform/types/enums.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { Customer } from "../customers/customer.entity.js";

/** The stages of a project as a GraphQL enum. */
export const ProjectStatusEnum = registerEnum(
  "ProjectStatus",
  PROJECT_STATUSES,
  "The stages of a project's life.",
);

/** Work for a customer that has a beginning and an end. */
@Entity("projects")
@ObjectType({
  implements: Node,
  description: "Work for a customer that has a beginning and an end.",
})
export class Project extends StoredRecord {
  @Field(() => ID, { description: "For which customer." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Field(() => String, { description: "What it is called." })
  @Column("text")
  name!: string;

  @Field(() => String, { nullable: true, description: "What it is about." })
  @Column("text", { nullable: true })
  description!: string | null;

  @Field(() => ProjectStatusEnum, { description: "Where it stands." })
  @Column("text")
  status!: ProjectStatus;

  @Field(() => DateScalar, { nullable: true, description: "The first day of work." })
  @Column("date", { nullable: true })
  startsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day when it should be done." })
  @Column("date", { nullable: true })
  dueOn!: string | null;

  @Field(() => Int, { nullable: true, description: "How many minutes of work it may take." })
  @Column("integer", { nullable: true })
  budgetMinutes!: number | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
