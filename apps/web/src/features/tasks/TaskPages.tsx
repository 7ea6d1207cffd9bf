import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { List } from "../../cache/useList.js";
import { useT } from "../../i18n/useT.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { LoadingBar } from "../../ui/feedback/LoadingBar.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import classes from "./TaskPages.module.css";

interface TaskPagesProps<Task> {
  list: List<unknown, Task>;
  /** Shown if there are no tasks. */
  empty: ReactNode;
  /** The line of a task. */
  children: (task: Task) => ReactNode;
}

/** Tasks as lines, page after page, also while loading and after a failure. */
export function TaskPages<Task>({ list, empty, children }: TaskPagesProps<Task>) {
  const t = useT();
  return (
    <>
      <LoadingBar active={list.loading && list.rows.length > 0} label={t("tasks.loading")} />
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("tasks.failed")}
        </ErrorNote>
      ) : list.rows.length > 0 ? (
        <Lines list={list}>{children}</Lines>
      ) : list.loading ? (
        <SkeletonRows rows={6} height={40} columns={["50%", "15%"]} label={t("tasks.loading")} />
      ) : (
        empty
      )}
    </>
  );
}

function Lines<Task>({ list, children }: Omit<TaskPagesProps<Task>, "empty">) {
  const t = useT();
  const { rows, total } = list;
  return (
    <>
      <ul className={classes.list} aria-label={t("tasks.title")}>
        {rows.map(children)}
      </ul>
      <div className={classes.foot}>
        {t("ui.totalOf", { count: total })}
        {rows.length < total && (
          <Button size="xs" variant="default" onClick={() => list.need({ last: rows.length })}>
            {t("ui.showMore")}
          </Button>
        )}
      </div>
    </>
  );
}
