import type { Context } from "../../platform/context.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashedWithOwner, trashRecord } from "../../platform/records/trash.js";
import {
  lockForReference,
  lockVisible,
  type Subject,
  updateRecord,
} from "../../platform/records/write.js";
import { assertActiveUser } from "../accounts/sessions/activeUser.js";
import { assertLink } from "../customers/assertLink.js";
import { Project } from "../projects/project.entity.js";
import { ofVisibleProject, visibleProject } from "../projects/project.list.js";
import { TimeEntry } from "./timeEntry.entity.js";
import type { CreateTimeEntryInput, UpdateTimeEntryInput } from "./timeEntry.input.js";
import { checkNewTimeEntry, checkTimeEntryChanges } from "./timeEntry.rules.js";

/** Names the records in the history and in events. */
export const subject: Subject<TimeEntry, "TimeEntry"> = {
  type: TimeEntry,
  name: "TimeEntry",
  parentIdOf: (entry) => entry.customerId,
  within: ofVisibleProject,
};

/** How it goes to the trash with its project. */
export const timeEntryTrash = trashedWithOwner(subject);

/** Who worked unless that is said: a key is not a person who works. */
export const workerOf = ({ actor }: Context) => (actor.kind === "USER" ? actor.id : null);

/** Logs time on a project. Throws NotFound for the project, and Invalid. */
export async function createTimeEntry(
  context: Context,
  input: CreateTimeEntryInput,
): Promise<TimeEntry> {
  const projectId = parseId(input.projectId, "projectId");
  const { customerId } = await lockForReference(context, Project, projectId, visibleProject);
  const { userId = workerOf(context), ...values } = checkNewTimeEntry(input, context.today);
  await assertActiveUser(context, userId, "userId");
  return insertIdentified(
    context,
    subject,
    { ...values, userId, projectId, customerId },
    newExternalIds(input),
  );
}

/** Changes the given fields. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateTimeEntry(
  context: Context,
  input: UpdateTimeEntryInput,
): Promise<TimeEntry> {
  const current = await lockVisible(context, subject, parseId(input.id));
  const values = checkTimeEntryChanges(input);
  await assertActiveUser(context, values.userId, "userId", current.userId);
  await assertLink(context, Project, values.projectId, current.customerId, "projectId");
  return updateRecord(context, subject, current, input.version, values);
}

/** Puts an entry into the trash. Throws NotFound and Conflict. */
export function deleteTimeEntry(context: Context, input: DeleteInput): Promise<TimeEntry> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Brings an entry back from the trash. Throws NotFound, also while its project is in the trash. */
export function restoreTimeEntry(context: Context, input: RestoreInput): Promise<TimeEntry> {
  return restoreRecord(context, subject, parseId(input.id));
}
