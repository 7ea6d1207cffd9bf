import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { assertLink } from "../../platform/records/link.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/records/trash.js";
import {
  insertRecord,
  lockVisible,
  type Subject,
  updateRecord,
} from "../../platform/records/write.js";
import { assertActiveUser } from "../accounts/sessions/activeUser.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { Project } from "../projects/project.entity.js";
import { trashWithProject } from "../projects/projectChildren.js";
import { Task } from "./task.entity.js";
import type { CreateTaskInput, UpdateTaskInput } from "./task.input.js";
import { checkNewTask, checkTaskChanges } from "./task.rules.js";

const subject: Subject<Task, "Task"> = {
  type: Task,
  name: "Task",
  customerIdOf: (task) => task.customerId,
  within: ofLiveCustomer,
};
trashWithProject(subject);

/** Makes a task. Throws NotFound for the customer, and Invalid, also for another customer's project. */
export async function createTask(context: Context, input: CreateTaskInput): Promise<Task> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const values = checkNewTask(input, context.now);
  await assertLink(context, Project, values.projectId, customer.id, "projectId");
  await assertActiveUser(context, values.assigneeId, "assigneeId");
  return insertRecord(context, subject, { ...values, customerId: customer.id });
}

/** Changes the given fields. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateTask(context: Context, input: UpdateTaskInput): Promise<Task> {
  const current = await lockVisible(context, subject, parseId(input.id));
  const values = checkTaskChanges(input, current, context.now);
  const { customerId, projectId, assigneeId } = current;
  await assertLink(context, Project, values.projectId, customerId, "projectId", projectId);
  await assertActiveUser(context, values.assigneeId, "assigneeId", assigneeId);
  return updateRecord(context, subject, current, input.version, values);
}

/** Puts a task into the trash. Throws NotFound and Conflict. */
export function deleteTask(context: Context, input: DeleteInput): Promise<Task> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Brings a task back from the trash. Throws NotFound. */
export function restoreTask(context: Context, input: RestoreInput): Promise<Task> {
  return restoreRecord(context, subject, parseId(input.id));
}
