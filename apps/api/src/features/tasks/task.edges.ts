import { Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { Connection } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Customer } from "../customers/customer.entity.js";
import { customerById, customerNameById, customerOf } from "../customers/customer.loaders.js";
import { CustomerSummary } from "../customers/summary.type.js";
import { Project } from "../projects/project.entity.js";
import { projectById } from "../projects/project.list.js";
import { TaskSummary } from "./summary.type.js";
import { Task } from "./task.entity.js";
import { openTasks, taskCounts, tasksByCustomer, tasksByProject } from "./task.list.js";
import { mayWriteTask } from "./taskAccess.js";
import { TaskConnection } from "./taskConnection.type.js";
import { TasksArgs } from "./taskList.input.js";

const NEXT = { first: 1, filter: { state: ["OPEN"] } } satisfies TasksArgs;

/** From a customer to its tasks. */
@Resolver(() => Customer)
export class CustomerTasks {
  @DependsOn()
  @Allow("tasks:read")
  @FieldResolver(() => TaskConnection, { description: "What is to be done for the customer." })
  tasks(
    @Root() customer: Customer,
    @Args(() => TasksArgs) args: TasksArgs,
    @Selection() selection: SelectedColumns<Task>,
    @Ctx() context: Context,
  ): Promise<Connection<Task>> {
    return context.load(tasksByCustomer, customer.id, { ...args, selection });
  }

  @DependsOn()
  @Allow("tasks:read")
  @FieldResolver(() => Task, {
    nullable: true,
    description:
      "What is next: the open task that is due first, or the first made of those without a due date; null where none is open.",
  })
  async nextStep(
    @Root() customer: Customer,
    @Selection() selection: SelectedColumns<Task>,
    @Ctx() context: Context,
  ): Promise<Task | null> {
    const { nodes } = await context.load(tasksByCustomer, customer.id, { ...NEXT, selection });
    return nodes[0] ?? null;
  }
}

/** From a project to its tasks. */
@Resolver(() => Project)
export class ProjectTasks {
  @DependsOn()
  @Allow("tasks:read")
  @FieldResolver(() => TaskConnection, { description: "What is to be done in it." })
  tasks(
    @Root() project: Project,
    @Args(() => TasksArgs) args: TasksArgs,
    @Selection() selection: SelectedColumns<Task>,
    @Ctx() context: Context,
  ): Promise<Connection<Task>> {
    return context.load(tasksByProject, project.id, { ...args, selection });
  }

  @DependsOn()
  @Allow("tasks:read")
  @FieldResolver(() => Int, { description: "How many of its tasks are not done." })
  async openTasks(@Root() project: Project, @Ctx() context: Context): Promise<number> {
    return (await openTasks.load(context, project.id)).count;
  }
}

/** The tasks in a customer's summary. */
@Resolver(() => CustomerSummary)
export class TaskMetrics {
  @Allow("tasks:read")
  @FieldResolver(() => TaskSummary, { description: "The metrics of the customer's tasks." })
  tasks(@Root() summary: CustomerSummary, @Ctx() context: Context): Promise<TaskSummary> {
    return taskCounts.load(context, summary.customerId);
  }
}

/** What a task belongs to, and who is to do it. */
@Resolver(() => Task)
export class TaskEdges {
  @DependsOn<Task>("customerId")
  @Allow("tasks:read")
  @FieldResolver(() => ID, {
    nullable: true,
    description:
      "For which customer; null where you do not see that customer, but are to do the task.",
  })
  customerId(@Root() task: Task, @Ctx() context: Context): Promise<string | null> | string {
    return context.actor.scope ? visibleCustomerId(context, task) : task.customerId;
  }

  @DependsOn<Task>("projectId")
  @Allow("tasks:read")
  @FieldResolver(() => ID, {
    nullable: true,
    description: "In which project; null as well where you do not see that project.",
  })
  projectId(@Root() task: Task, @Ctx() context: Context): Promise<string | null> | string | null {
    return context.actor.scope ? visibleProjectId(context, task) : task.projectId;
  }

  @DependsOn<Task>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, {
    nullable: true,
    description:
      "For which customer; null where you do not see that customer, but are to do the task.",
  })
  customer(
    @Root() task: Task,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer | null> {
    return context.actor.scope
      ? context.load(customerById, task.customerId, selection)
      : customerOf(context, task.customerId, selection);
  }

  @DependsOn<Task>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => String, {
    nullable: true,
    description: "What the customer is called, also where you see nothing else of it.",
  })
  customerName(@Root() task: Task, @Ctx() context: Context): Promise<string | null> {
    return context.load(customerNameById, task.customerId);
  }

  @DependsOn<Task>("projectId")
  @Allow("projects:read")
  @FieldResolver(() => Project, { nullable: true, description: "In which project." })
  project(
    @Root() task: Task,
    @Selection() selection: SelectedColumns<Project>,
    @Ctx() context: Context,
  ): Promise<Project | null> | null {
    return task.projectId === null ? null : context.load(projectById, task.projectId, selection);
  }

  @DependsOn<Task>("assigneeId")
  @Allow("tasks:read")
  @FieldResolver(() => User, { nullable: true, description: "Who is to do it." })
  assignee(@Root() task: Task, @Ctx() context: Context): Promise<User | null> | null {
    return task.assigneeId === null ? null : context.load(userById, task.assigneeId);
  }

  @DependsOn<Task>("createdById")
  @Allow("tasks:read")
  @FieldResolver(() => User, {
    nullable: true,
    description: "Who made it; null where a program did.",
  })
  createdBy(@Root() task: Task, @Ctx() context: Context): Promise<User | null> | null {
    return task.createdById === null ? null : context.load(userById, task.createdById);
  }

  @DependsOn<Task>("customerId", "assigneeId", "createdById")
  @Allow("tasks:read")
  @FieldResolver(() => Boolean, {
    description:
      "Whether you may change it: all tasks with `tasks:write`; with `tasks:own` those that you made, that are assigned to you, or that are of customers you look after.",
  })
  viewerCanUpdate(@Root() task: Task, @Ctx() context: Context): Promise<boolean> | boolean {
    return mayWriteTask(context, task);
  }
}

async function visibleCustomerId(context: Context, task: Task): Promise<string | null> {
  const customer = await context.load(customerById, task.customerId);
  return customer && task.customerId;
}

async function visibleProjectId(context: Context, { projectId }: Task): Promise<string | null> {
  return projectId && (await context.load(projectById, projectId)) && projectId;
}
