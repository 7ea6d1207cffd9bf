import type { Context } from "../../platform/context.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/records/trash.js";
import { lockVisible, type Subject, updateRecord } from "../../platform/records/write.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { Project } from "./project.entity.js";
import type { CreateProjectInput, UpdateProjectInput } from "./project.input.js";
import { checkNewProject, checkProjectChanges } from "./project.rules.js";
import { restoreChildren, trashChildren } from "./projectChildren.js";

/** Names the records in the history and in events. */
export const subject: Subject<Project, "Project"> = {
  type: Project,
  name: "Project",
  parentIdOf: (project) => project.customerId,
  within: ofLiveCustomer,
};

/** Makes a project. Throws NotFound for the customer, and Invalid. */
export async function createProject(context: Context, input: CreateProjectInput): Promise<Project> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  return insertIdentified(
    context,
    subject,
    { ...checkNewProject(input), customerId: customer.id },
    newExternalIds(input),
  );
}

/** Changes the given fields. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateProject(context: Context, input: UpdateProjectInput): Promise<Project> {
  const current = await lockVisible(context, subject, parseId(input.id));
  const values = checkProjectChanges(input, current);
  return updateRecord(context, subject, current, input.version, values);
}

/** Puts a project with its tasks and time into the trash. Throws NotFound and Conflict. */
export async function deleteProject(context: Context, input: DeleteInput): Promise<Project> {
  const project = await trashRecord(context, subject, parseId(input.id), input.version);
  await trashChildren(context, [project.id]);
  return project;
}

/** Brings a project back with what went to the trash with it. Throws NotFound. */
export async function restoreProject(context: Context, input: RestoreInput): Promise<Project> {
  const id = parseId(input.id);
  await restoreChildren(context, id);
  return restoreRecord(context, subject, id);
}
