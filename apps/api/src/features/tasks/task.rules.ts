import { taskFields } from "@clientela/shared/work/taskFields";
import { z } from "zod";
import { Invalid } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import type { Task } from "./task.entity.js";
import type { CreateTaskInput, UpdateTaskInput, UpsertTaskItem } from "./task.input.js";

const { title, status, priority } = taskFields;

const createSchema = z.object({
  ...taskFields,
  status: status.nullish(),
  priority: priority.nullish(),
});
const updateSchema = z.object({
  ...taskFields,
  title: title.optional(),
  status: status.optional(),
  priority: priority.optional(),
});

/** Checks a new task; one that is done already was done `now`. Throws Invalid. */
export function checkNewTask(input: CreateTaskInput | UpsertTaskItem, now: Date): Values<Task> {
  const { status: given, priority: urgency, ...values } = parseInput(createSchema, input);
  assertDay(values.dueOn, values.dueTime);
  return {
    ...values,
    status: given ?? "TODO",
    priority: urgency ?? "NORMAL",
    doneAt: given === "DONE" ? now : null,
  };
}

/** Checks changes to a task; one that gets done is done `now`, one that is opened again is not. Throws Invalid. */
export function checkTaskChanges(
  input: UpdateTaskInput | UpsertTaskItem,
  current: Task,
  now: Date,
): Values<Task> {
  const values = parseInput(updateSchema, input);
  const { dueOn = current.dueOn, dueTime } = values;
  assertDay(dueOn, dueTime);
  const done = (values.status ?? current.status) === "DONE";
  return {
    ...values,
    dueTime: dueOn === null ? null : dueTime,
    doneAt: done ? (current.doneAt ?? now) : null,
  };
}

/** A time of day is one of a day. Throws Invalid. */
function assertDay(dueOn: string | null | undefined, dueTime: string | null | undefined): void {
  if (dueTime && !dueOn) throw new Invalid([{ path: "dueOn", code: "required" }]);
}
