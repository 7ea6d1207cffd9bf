import type { ReactNode } from "react";
import type { List } from "../../cache/useList.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { BoundedGrid } from "../../ui/grid/BoundedGrid.js";
import type { DataGridProps } from "../../ui/grid/DataGridProps.js";
import { ListBar } from "../../ui/page/ListBar.js";

interface ListFrameProps<Row extends { id: string }>
  extends Omit<DataGridProps<Row>, "total" | "rowId" | "onNeed" | "loading"> {
  list: Pick<List<unknown, unknown>, "call" | "error" | "retry" | "total" | "need" | "loading">;
  /** Creates a record; at the end of the bar. */
  add: ReactNode;
  /** What narrows the list; at the start of the bar. */
  filters: ReactNode;
  /** Stands between the bar and the grid. */
  notice?: ReactNode;
  /** The sentence in place of the grid when the list could not be loaded. */
  failed: string;
}

/** A list of records on a tab: a bar with filters and a button over a grid that loads more as it is scrolled. */
export function ListFrame<Row extends { id: string }>(props: ListFrameProps<Row>) {
  const { list, add, filters, notice, failed, ...grid } = props;
  return (
    <>
      <ListBar actions={add} call={list.call}>
        {filters}
      </ListBar>
      {notice}
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {failed}
        </ErrorNote>
      ) : (
        <BoundedGrid
          {...grid}
          total={list.total}
          rowId={({ id }) => id}
          onNeed={list.need}
          loading={list.loading}
        />
      )}
    </>
  );
}
