import { Checkbox } from "@mantine/core";
import { IconBriefcase, IconPencil, IconTrash } from "@tabler/icons-react";
import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useRecordMutations } from "../../records/useRecordMutations.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { TaskFacts } from "./TaskFacts.js";
import classes from "./TaskLine.module.css";
import { taskFragment, taskOperations } from "./task.operations.js";
import { useTaskDone } from "./useTaskDone.js";

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
  const form = useDrawerParam("task");
  const [done, setDone] = useTaskDone(task, customerId);
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
        <TaskFacts task={task} done={done} />
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
