import type { TaskPriority, TaskState } from "@clientela/shared/records/enums";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { TaskPriorityEnum, TaskStateEnum } from "./task.entity.js";

const FIELDS = {
  DUE_ON: "tasks:read",
  CREATED_AT: "tasks:read",
  UPDATED_AT: "tasks:read",
  TITLE: "tasks:read",
  PRIORITY: "tasks:read",
} as const;

/** What tasks can be sorted by. */
export type TaskOrderField = keyof typeof FIELDS;

const TaskOrderFieldEnum = registerOrder(
  "TaskOrderField",
  FIELDS,
  "What tasks can be sorted by; those without a due date come after all dates.",
);

/** Which tasks a list holds; all conditions must hold. */
@InputType({ description: "Which tasks a list holds; all conditions must hold." })
@Grouped()
export class TaskFilter extends FilterGroups<TaskFilter> {
  @Allow("tasks:read")
  @Field(() => [TaskStateEnum], { nullable: true, description: "In any of these states." })
  state?: TaskState[] | null;

  @Allow("tasks:read")
  @Field(() => [ID], { nullable: true, description: "Assigned to any of these users." })
  assigneeIds?: string[] | null;

  @Allow("tasks:read")
  @Field(() => Boolean, { nullable: true, description: "Without (true) or with (false) someone." })
  unassigned?: boolean | null;

  @Allow("customers:read")
  @Field(() => [ID], {
    nullable: true,
    description: "Of customers owned by any of these users.",
  })
  customerOwnerIds?: string[] | null;

  @Allow("tasks:read")
  @Field(() => [TaskPriorityEnum], { nullable: true, description: "Of any of these priorities." })
  priority?: TaskPriority[] | null;

  @Allow("projects:read")
  @Field(() => ID, { nullable: true, description: "In this project." })
  projectId?: string | null;

  @Allow("tasks:read")
  @Field(() => String, {
    nullable: true,
    description: "Words that must occur in the title; accents and case do not matter.",
  })
  search?: string | null;
}

/** How tasks are sorted. */
@InputType({ description: "How tasks are sorted." })
export class TaskOrder implements SortOrder<TaskOrderField> {
  @Field(() => TaskOrderFieldEnum, { description: "By what." })
  field!: TaskOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of tasks. */
@ArgsType()
export class TasksArgs extends PageArgs implements ListArgs<TaskFilter, TaskOrderField> {
  @Field(() => TaskFilter, { nullable: true, description: "Which tasks; all unless given." })
  filter?: TaskFilter | null;

  @Field(() => TaskOrder, { nullable: true, description: "By due date unless given." })
  orderBy?: TaskOrder | null;
}
