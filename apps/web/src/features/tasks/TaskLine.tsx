import { Checkbox } from "@mantine/core";
import { IconBriefcase, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useRecordMutations } from "../../records/useRecordMutations.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { Avatar } from "../../ui/values/Avatar.js";
import { Badge } from "../../ui/values/Badge.js";
import { DueDate } from "../../ui/values/DueDate.js";
import classes from "./TaskLine.module.css";
import { taskFragment, taskOperations } from "./task.operations.js";

interface TaskLineProps {
  /** Null where nothing but the customer's name is shown, so that no link leads to it. */
  customerId: string | null;
  task: FragmentType<typeof taskFragment>;
  /** Names the customer and links to it, in lists of several customers. */
  customerName?: string;
  /** Omits the project's name, in the list of a project. */
  inProject?: boolean;
}

/** A task: done or not, its title, project, assignee, priority and due date. */
export function TaskLine({ customerId, customerName, task: masked, inProject }: TaskLineProps) {
  const t = useT();
  const task = readFragment(taskFragment, masked);
  const mutations = useRecordMutations(taskOperations, customerId);
  const attempt = useAttempt();
  const form = useDrawerParam("task");
  // Optimistic; a failure takes it back.
  const [wanted, setWanted] = useState<boolean>();
  const done = wanted ?? task.status === "DONE";

  async function setDone(next: boolean) {
    setWanted(next);
    const before = task.status;
    const saved = await attempt(() => mutations.update(task, { status: next ? "DONE" : "TODO" }));
    setWanted(undefined);
    if (saved && next) {
      showToast({
        message: t("tasks.isDone", { title: task.title }),
        onUndo: () =>
          attempt(() =>
            mutations.update(
              { ...task, version: task.version + 1, status: "DONE" },
              { status: before },
            ),
          ),
      });
    }
  }

  return (
    <li className={classes.item} data-done={done || undefined}>
      <div className={classes.line}>
        <Checkbox
          size="sm"
          checked={done}
          disabled={!task.viewerCanUpdate}
          aria-label={t("tasks.doneLabel", { title: task.title })}
          onChange={(event) => void setDone(event.currentTarget.checked)}
        />
        <div className={classes.body}>
          {task.viewerCanUpdate ? (
            <button type="button" className={classes.title} onClick={() => form.open(task.id)}>
              {task.title}
            </button>
          ) : (
            <span className={classes.title}>{task.title}</span>
          )}
          {customerName && customerId === null && (
            <span className={classes.customer}>{customerName}</span>
          )}
          {customerName && customerId !== null && (
            <Link
              to={paths.customerProjects(customerId, { show: "tasks" })}
              className={classes.customer}
            >
              {customerName}
            </Link>
          )}
          {!inProject && task.project && (
            <span className={classes.project}>
              <IconBriefcase size={12} aria-hidden="true" /> {task.project.name}
            </span>
          )}
        </div>
        <div className={classes.facts}>
          {task.status === "IN_PROGRESS" && (
            <Badge tone="blue">{t("tasks.status.IN_PROGRESS")}</Badge>
          )}
          {(task.priority === "HIGH" || task.priority === "URGENT") && (
            <Badge tone={task.priority === "URGENT" ? "red" : "amber"}>
              {t(`tasks.priority.${task.priority}`)}
            </Badge>
          )}
          {task.dueOn && <DueDate date={task.dueOn} open={!done} />}
          {task.assignee && (
            <span title={task.assignee.name}>
              <Avatar name={task.assignee.name} size={22} />
              <span className="visually-hidden">{task.assignee.name}</span>
            </span>
          )}
        </div>
        {task.viewerCanUpdate && (
          <RowMenu
            label={t("ui.moreFor", { name: task.title })}
            actions={[
              {
                label: t("ui.edit"),
                icon: <IconPencil size={15} />,
                onClick: () => form.open(task.id),
              },
              {
                label: t("ui.delete"),
                icon: <IconTrash size={15} />,
                destructive: true,
                onClick: () => void mutations.remove(task),
              },
            ]}
          />
        )}
      </div>
    </li>
  );
}
