import type { TaskFieldsFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { Avatar } from "../../ui/values/Avatar.js";
import { Badge } from "../../ui/values/Badge.js";
import { DueDate } from "../../ui/values/DueDate.js";
import classes from "./TaskLine.module.css";

/** Where a task stands, how urgent it is, when it is due, and whose it is. */
export function TaskFacts({ task, done }: { task: TaskFieldsFragment; done: boolean }) {
  const t = useT();
  return (
    <div className={classes.facts}>
      {task.status === "IN_PROGRESS" && <Badge tone="blue">{t("tasks.status.IN_PROGRESS")}</Badge>}
      {(task.priority === "HIGH" || task.priority === "URGENT") && (
        <Badge tone={task.priority === "URGENT" ? "red" : "amber"}>
          {t(`tasks.priority.${task.priority}`)}
        </Badge>
      )}
      {task.dueOn && <DueDate date={task.dueOn} time={task.dueTime} open={!done} />}
      {task.assignee && (
        <span title={task.assignee.name}>
          <Avatar name={task.assignee.name} size={22} />
          <span className="visually-hidden">{task.assignee.name}</span>
        </span>
      )}
    </div>
  );
}
