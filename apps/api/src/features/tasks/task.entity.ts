import {
  TASK_PRIORITIES,
  TASK_STATES,
  TASK_STATUSES,
  type TaskPriority,
  type TaskState,
  type TaskStatus,
} from "@clientela/shared/records/enums";
import { taskStateOn } from "@clientela/shared/work/taskFields";
import { Ctx, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import type { Context } from "../../platform/context.js";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateScalar, DateTimeScalar, LocalTimeScalar } from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";
import { Customer } from "../customers/customer.entity.js";
import { Project } from "../projects/project.entity.js";

/** How far a task is, as a GraphQL enum. */
export const TaskStatusEnum = registerEnum("TaskStatus", TASK_STATUSES, "How far a task is.");

/** How urgent a task is, as a GraphQL enum. */
export const TaskPriorityEnum = registerEnum(
  "TaskPriority",
  TASK_PRIORITIES,
  "How urgent a task is, from the least to the most.",
);

/** The states of a task as people see them, as a GraphQL enum. */
export const TaskStateEnum = registerEnum(
  "TaskState",
  TASK_STATES,
  "Where a task stands between its due date and today in the organisation's time zone; OPEN is every task that is not done.",
);

/** A task for a customer, in one of its projects or not. */
@Entity("tasks")
@ObjectType({
  implements: Node,
  description: "Something to do for a customer, in one of its projects or not.",
})
export class Task extends StoredRecord {
  // In the graph the edges say it, to those who see that customer.
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @ForeignKey(() => Project)
  @Column("uuid", { nullable: true })
  projectId!: string | null;

  @Field(() => String, { description: "What is to be done." })
  @Column("text")
  title!: string;

  @Field(() => String, { nullable: true, description: "What there is to know." })
  @Column("text", { nullable: true })
  description!: string | null;

  @Field(() => TaskStatusEnum, { description: "How far it is." })
  @Column("text")
  status!: TaskStatus;

  @DependsOn<Task>("status", "dueOn")
  @Field(() => TaskStateEnum, {
    description: "OVERDUE, DUE_TODAY, UPCOMING or NO_DUE_DATE while it is open, else DONE.",
  })
  state(@Ctx() context: Context): TaskState {
    return taskStateOn(context.today, this);
  }

  @Field(() => TaskPriorityEnum, { description: "How urgent it is." })
  @Column("text")
  priority!: TaskPriority;

  @Field(() => DateScalar, { nullable: true, description: "The last day on which it is in time." })
  @Column("date", { nullable: true })
  dueOn!: string | null;

  @Field(() => LocalTimeScalar, {
    nullable: true,
    description:
      "At what time of its last day it is planned; it is in time until that day is over. Null without a day.",
  })
  @Column("time", { nullable: true })
  dueTime!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was done." })
  @Column("timestamptz", { nullable: true })
  doneAt!: Date | null;

  @Field(() => ID, { nullable: true, description: "Who is to do it." })
  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  assigneeId!: string | null;

  @Field(() => ID, { nullable: true, description: "Who made it; null where a program did." })
  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  createdById!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
