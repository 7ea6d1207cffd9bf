import { recordId } from "@clientela/shared/records/fieldRules";
import { timeEntryFields } from "@clientela/shared/work/timeEntryFields";
import { z } from "zod";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import type { TimeEntry } from "./timeEntry.entity.js";
import type {
  CreateTimeEntryInput,
  UpdateTimeEntryInput,
  UpsertTimeEntryItem,
} from "./timeEntry.input.js";

const { minutes, workedOn } = timeEntryFields;

const createSchema = z.object({ ...timeEntryFields, workedOn: workedOn.nullish() });
const updateSchema = z.object({
  ...timeEntryFields,
  minutes: minutes.optional(),
  workedOn: workedOn.optional(),
  projectId: recordId.optional(),
});

/** Validates time to log, on `today` unless it names another day. Throws Invalid. */
export function checkNewTimeEntry(
  input: CreateTimeEntryInput | UpsertTimeEntryItem,
  today: string,
): Values<TimeEntry> {
  const { workedOn: day, ...rest } = parseInput(createSchema, input);
  return { ...rest, workedOn: day ?? today };
}

/** Checks changes to an entry of time. Throws Invalid with every path that is wrong. */
export function checkTimeEntryChanges(
  input: UpdateTimeEntryInput | UpsertTimeEntryItem,
): Values<TimeEntry> {
  return parseInput(updateSchema, input);
}
