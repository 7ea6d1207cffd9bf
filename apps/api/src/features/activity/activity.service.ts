import { paragraphsRuling, textRule } from "@clientela/shared/values/textRules";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { remember } from "../../platform/records/history.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import type { Activity } from "./activity.entity.js";
import type { AddNoteInput } from "./activity.input.js";
import { activityById } from "./activity.list.js";

const LONGEST_NOTE = 10_000;

const noteSchema = z.object({ text: textRule((text) => paragraphsRuling(text, LONGEST_NOTE)) });

/** Adds a note to a customer's history. Throws NotFound for the customer, and Invalid. */
export async function addNote(context: Context, input: AddNoteInput): Promise<Activity> {
  const givenId = parseId(input.customerId, "customerId");
  const { text } = parseInput(noteSchema, { text: input.text });
  const { id: customerId } = await lockCustomerForReference(context, givenId);
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
