import { noteFields } from "@clientela/shared/notes/noteFields";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import { remember } from "../../platform/records/history.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/records/trash.js";
import { lockVisible, type Subject, updateRecord } from "../../platform/records/write.js";
import { assertActiveUser } from "../accounts/sessions/activeUser.js";
import type { Activity } from "../activity/activity.entity.js";
import { activityById } from "../activity/activity.list.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { Note } from "./note.entity.js";
import type { AddNoteInput, PinNoteInput, UpdateNoteInput } from "./note.input.js";

/** Names the records in the history and in events. */
export const subject: Subject<Note, "Note"> = {
  type: Note,
  name: "Note",
  parentIdOf: (note) => note.customerId,
  within: ofLiveCustomer,
  // The first entry of its history names who wrote a note.
  excludedFields: ["createdById"],
};

const createSchema = z.object({
  text: noteFields.text,
  mentionIds: noteFields.mentionIds.nullish(),
  pinned: z.boolean().nullish(),
});
const updateSchema = z.object({
  text: noteFields.text.optional(),
  mentionIds: noteFields.mentionIds.optional(),
});

/** A new note, and its entry in the customer's history. */
export interface AddedNote {
  note: Note;
  activity: Activity;
}

/**
 * Writes a note about a customer. The customer's history says so as `note_added`, as it did when notes were entries of it
 * alone. Throws NotFound for the customer, and Invalid.
 */
export async function addNote(context: Context, input: AddNoteInput): Promise<AddedNote> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const { text, mentionIds, pinned } = parseInput(createSchema, input);
  const mentioned = mentionIds ?? [];
  await assertMentionable(context, mentioned, []);
  const note = await insertIdentified(
    context,
    subject,
    {
      customerId: customer.id,
      text,
      mentionIds: mentioned,
      pinned: pinned ?? false,
      createdById: context.actor.kind === "USER" ? context.actor.id : null,
    },
    newExternalIds(input),
  );
  return { note, activity: await recordNoteAdded(context, note) };
}

async function recordNoteAdded(
  context: Context,
  { customerId, text }: Pick<Note, "customerId" | "text">,
): Promise<Activity> {
  const [id] = await remember(context, [
    {
      parentId: customerId,
      recordType: "Customer",
      recordId: customerId,
      action: "note_added",
      note: text,
    },
  ]);
  context.announce({ name: "customer.note_added", id: customerId, parentId: customerId });
  const activity = await context.loadForViewer(activityById, String(id));
  if (!activity) throw new Error("a note cannot be read by whom it was written");
  return activity;
}

/** Changes the given fields. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateNote(context: Context, input: UpdateNoteInput): Promise<Note> {
  const current = await lockVisible(context, subject, parseId(input.id));
  const values = parseInput(updateSchema, input);
  await assertMentionable(context, values.mentionIds ?? [], current.mentionIds);
  return updateRecord(context, subject, current, input.version, values);
}

/** Pins or unpins a note, whatever version it is at. Throws NotFound. */
export async function pinNote(context: Context, { id, pinned }: PinNoteInput): Promise<Note> {
  const current = await lockVisible(context, subject, parseId(id));
  return updateRecord(context, subject, current, current.version, { pinned });
}

/** Puts a note into the trash. Throws NotFound, and Conflict for a stale version. */
export function deleteNote(context: Context, input: DeleteInput): Promise<Note> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Takes a note out of the trash. Throws NotFound. */
export function restoreNote(context: Context, input: RestoreInput): Promise<Note> {
  return restoreRecord(context, subject, parseId(input.id));
}

// Who is mentioned already may have left meanwhile.
async function assertMentionable(
  context: Context,
  ids: readonly string[],
  already: readonly string[],
): Promise<void> {
  await Promise.all(
    ids.map((id, index) =>
      already.includes(id) ? null : assertActiveUser(context, id, `mentionIds.${index}`),
    ),
  );
}
