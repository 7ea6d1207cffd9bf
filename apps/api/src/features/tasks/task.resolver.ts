import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { Task } from "./task.entity.js";
import { CreateTaskInput, UpdateTaskInput } from "./task.input.js";
import { taskById, taskList } from "./task.list.js";
import { createTask, deleteTask, restoreTask, updateTask } from "./task.service.js";
import { TaskConnection } from "./taskConnection.type.js";
import { TasksArgs } from "./taskList.input.js";

@ObjectType({ description: "The task as it is after the change." })
class TaskPayload {
  @Field(() => Task, { description: "The changed record." })
  task!: Task;
}

/** Tasks: all, one, and writing them. */
@Resolver(() => Task)
export class TaskResolver {
  @Allow("tasks:read")
  @Query(() => TaskConnection, {
    description:
      "The tasks of all customers but archived ones; for one's own work, filter by assignee.",
  })
  tasks(
    @Args(() => TasksArgs) args: TasksArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<Task>,
    @Ctx() context: Context,
  ): Promise<Connection<Task>> {
    return pageAcrossCustomers(taskList, { ...args, selection }, across, context);
  }

  @Allow("tasks:read")
  @Query(() => Task, { nullable: true, description: "One task by id; null where there is none." })
  task(
    @Arg("id", () => ID) id: string,
    @Selection() selection: SelectedColumns<Task>,
    @Ctx() context: Context,
  ): Promise<Task | null> {
    return context.load(taskById, parseId(id), selection);
  }

  @Allow("tasks:write", "tasks:own")
  @Mutation(() => TaskPayload, { description: "Makes a task for a customer." })
  async createTask(
    @Arg("input", () => CreateTaskInput) input: CreateTaskInput,
    @Ctx() context: Context,
  ): Promise<TaskPayload> {
    return { task: await createTask(context, input) };
  }

  @Allow("tasks:write", "tasks:own")
  @Mutation(() => TaskPayload, {
    description: "Changes the given fields of a task; a stale version gets CONFLICT.",
  })
  async updateTask(
    @Arg("input", () => UpdateTaskInput) input: UpdateTaskInput,
    @Ctx() context: Context,
  ): Promise<TaskPayload> {
    return { task: await updateTask(context, input) };
  }

  @Allow("tasks:write", "tasks:own")
  @Mutation(() => TaskPayload, { description: "Puts a task into the trash for 30 days." })
  async deleteTask(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<TaskPayload> {
    return { task: await deleteTask(context, input) };
  }

  @Allow("tasks:write", "tasks:own")
  @Mutation(() => TaskPayload, { description: "Brings a task back from the trash." })
  async restoreTask(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<TaskPayload> {
    return { task: await restoreTask(context, input) };
  }
}
