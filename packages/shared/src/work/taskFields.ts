import {
  TASK_PRIORITIES,
  TASK_STATUSES,
  type TaskState,
  type TaskStatus,
} from "../records/enums.js";
import {
  calendarDate,
  choice,
  line,
  paragraphs,
  recordId,
  timeOfDay,
} from "../records/fieldRules.js";
import { optional } from "../values/textRules.js";

/** The rules of a task's fields. */
export const taskFields = {
  title: line(200),
  description: optional(paragraphs(10_000)),
  status: choice(TASK_STATUSES),
  priority: choice(TASK_PRIORITIES),
  dueOn: optional(calendarDate),
  dueTime: optional(timeOfDay),
  assigneeId: optional(recordId),
  projectId: optional(recordId),
};

/** The state of a task on a day: where it stands between its due date and today. */
export function taskStateOn(
  today: string,
  task: { status: TaskStatus; dueOn: string | null },
): Exclude<TaskState, "OPEN"> {
  if (task.status === "DONE") return "DONE";
  if (task.dueOn === null) return "NO_DUE_DATE";
  if (task.dueOn === today) return "DUE_TODAY";
  return task.dueOn < today ? "OVERDUE" : "UPCOMING";
}
