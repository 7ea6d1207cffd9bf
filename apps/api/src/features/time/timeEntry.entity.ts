import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";
import { Customer } from "../customers/customer.entity.js";
import { Project } from "../projects/project.entity.js";

/** Time that someone worked on a project on a day. */
@Entity("time_entries")
@ObjectType({ implements: Node, description: "Time that someone worked on a project on a day." })
export class TimeEntry extends StoredRecord {
  @Field(() => ID, { description: "On which project." })
  @ForeignKey(() => Project)
  @Column("uuid")
  projectId!: string;

  @Field(() => ID, { description: "The project's customer." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Field(() => ID, { nullable: true, description: "Who worked." })
  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  userId!: string | null;

  @Field(() => DateScalar, { description: "On which day." })
  @Column("date")
  workedOn!: string;

  @Field(() => Int, { description: "For how many minutes: 1 to 1440." })
  @Column("integer")
  minutes!: number;

  @Field(() => String, { nullable: true, description: "What was done." })
  @Column("text", { nullable: true })
  note!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
