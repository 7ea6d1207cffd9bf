import type { ReactNode } from "react";
import { ErrorNote } from "../feedback/ErrorNote.js";
import classes from "./ListPage.module.css";

interface ListPageProps {
  /** What stands above the list. */
  head: ReactNode;
  children: ReactNode;
}

/** A page with one list, which takes all the height that is left. */
export function ListPage({ head, children }: ListPageProps) {
  return (
    <div className={classes.page}>
      {head}
      <div className={classes.list}>{children}</div>
    </div>
  );
}

interface ListFailedProps {
  list: { error: unknown; retry: () => void };
  /** What could not be read. */
  children: ReactNode;
}

/** Stands where the rows of a list would be that could not be fetched. */
export function ListFailed({ list, children }: ListFailedProps) {
  return (
    <div className={classes.failed}>
      <ErrorNote error={list.error} onRetry={list.retry}>
        {children}
      </ErrorNote>
    </div>
  );
}
