import type { Context } from "../../platform/context.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import {
  lockTrashed,
  restoreRecord,
  trashedWithOwner,
  trashRecord,
} from "../../platform/records/trash.js";
import { lockVisible, type Subject, updateRecord } from "../../platform/records/write.js";
import { assertActiveUser } from "../accounts/sessions/activeUser.js";
import { assertLink } from "../customers/assertLink.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { Project } from "../projects/project.entity.js";
import { Task } from "./task.entity.js";
import type { CreateTaskInput, UpdateTaskInput } from "./task.input.js";
import { checkNewTask, checkTaskChanges } from "./task.rules.js";
import { assertMayWriteTask } from "./taskAccess.js";

/** Names the records in the history and in events. */
export const subject: Subject<Task, "Task"> = {
  type: Task,
  name: "Task",
  parentIdOf: (task) => task.customerId,
  within: ofLiveCustomer,
  // The first entry of its history names who created a task.
  excludedFields: ["createdById"],
};

/** How it goes to the trash with its project. */
export const taskTrash = trashedWithOwner(subject);

/** Makes a task. Throws NotFound for the customer, and Invalid, also for another customer's project. */
export async function createTask(context: Context, input: CreateTaskInput): Promise<Task> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const values = checkNewTask(input, context.now);
  await assertLink(context, Project, values.projectId, customer.id, "projectId");
  await assertActiveUser(context, values.assigneeId, "assigneeId");
  const createdById = context.actor.kind === "USER" ? context.actor.id : null;
  return insertIdentified(
    context,
    subject,
    { ...values, customerId: customer.id, createdById },
    newExternalIds(input),
  );
}

/** Changes the given fields. Throws NotFound, Forbidden for somebody else's task, Invalid, and Conflict. */
export async function updateTask(context: Context, input: UpdateTaskInput): Promise<Task> {
  const current = await lockVisible(context, subject, parseId(input.id));
  await assertMayWriteTask(context, current);
  const values = checkTaskChanges(input, current, context.now);
  const { customerId, projectId, assigneeId } = current;
  await assertLink(context, Project, values.projectId, customerId, "projectId", projectId);
  await assertActiveUser(context, values.assigneeId, "assigneeId", assigneeId);
  return updateRecord(context, subject, current, input.version, values);
}

/** Puts a task into the trash. Throws NotFound, Forbidden for somebody else's task, and Conflict. */
export async function deleteTask(context: Context, input: DeleteInput): Promise<Task> {
  const id = parseId(input.id);
  await assertMayWriteTask(context, await lockVisible(context, subject, id));
  return trashRecord(context, subject, id, input.version);
}

/** Brings a task back from the trash. Throws NotFound, and Forbidden for somebody else's task. */
export async function restoreTask(context: Context, input: RestoreInput): Promise<Task> {
  const id = parseId(input.id);
  await assertMayWriteTask(context, await lockTrashed(context, subject, id));
  return restoreRecord(context, subject, id);
}
