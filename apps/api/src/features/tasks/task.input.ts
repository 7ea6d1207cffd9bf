import type { TaskPriority, TaskStatus } from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { DateScalar, LocalTimeScalar } from "../../platform/types/scalars.js";
import {
  type CustomerReferenceInput,
  ItemCustomer,
  ItemExternalId,
  ItemReference,
} from "../upserts/upsertItem.input.js";
import { TaskPriorityEnum, TaskStatusEnum } from "./task.entity.js";

@InputType()
class TaskFields {
  @Field(() => String, { nullable: true, description: "What there is to know." })
  description?: string | null;

  @Field(() => TaskStatusEnum, {
    nullable: true,
    description: "How far it is; a new one is TODO unless given. DONE sets when it was done.",
  })
  status?: TaskStatus | null;

  @Field(() => TaskPriorityEnum, {
    nullable: true,
    description: "How urgent it is; a new one is NORMAL unless given.",
  })
  priority?: TaskPriority | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day on which it is in time." })
  dueOn?: string | null;

  @Field(() => LocalTimeScalar, {
    nullable: true,
    description:
      "At what time of that day it is planned, HH:MM; goes with the day where that is cleared.",
  })
  dueTime?: string | null;

  @Field(() => ID, { nullable: true, description: "Who is to do it." })
  assigneeId?: string | null;

  @Field(() => ID, { nullable: true, description: "In which of the customer's projects." })
  projectId?: string | null;
}

/** A new task for a customer. */
@InputType({ description: "A new task for a customer." })
export class CreateTaskInput extends TaskFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "For which customer." })
  customerId!: string;

  @Field(() => String, { description: "What is to be done." })
  title!: string;
}

/** The fields of a task to change; what is left out stays, null clears. */
@InputType({ description: "The fields of a task to change; what is left out stays, null clears." })
export class UpdateTaskInput extends TaskFields {
  @Field(() => ID, { description: "Which task." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => String, { nullable: true, description: "What is to be done." })
  title?: string | null;
}

/** A task as another system has it. */
@InputType({ description: "A task for a customer as another system has it." })
export class UpsertTaskItem extends TaskFields {
  @ItemExternalId()
  externalId!: string;

  @ItemCustomer()
  customer?: CustomerReferenceInput | null;

  @ItemReference("projectId")
  projectExternalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What is to be done; required for a new one.",
  })
  title?: string | null;
}
