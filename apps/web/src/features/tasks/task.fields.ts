import { TASK_PRIORITIES, TASK_STATUSES } from "@clientela/shared/records/enums";
import {
  choice,
  date,
  paragraphs,
  person,
  reference,
  text,
  timeOfDay,
} from "../../records/fields/fieldKinds.js";

/** The fields of a task, as forms, lists and the history show them. */
export const taskFields = {
  title: text({ label: "field.title", missing: "tasks.titleMissing" }),
  description: paragraphs({ label: "field.description", optional: true }),
  status: choice("field.status", TASK_STATUSES, (t, status) => t(`tasks.status.${status}`)),
  priority: choice("field.priority", TASK_PRIORITIES, (t, one) => t(`tasks.priority.${one}`)),
  dueOn: date({ label: "field.deadline", optional: true }),
  dueTime: timeOfDay({ label: "field.dueTime", optional: true }),
  assigneeId: person({ label: "field.assigneeId", optional: true }),
  projectId: reference({ label: "field.projectId", optional: true, revertible: false }),
};
