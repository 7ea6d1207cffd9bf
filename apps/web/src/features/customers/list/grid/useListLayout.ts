import { useMemo } from "react";
import type { GridColumn, GridLayout } from "../../../../ui/grid/columns/column.js";
import { shownIn, withShown } from "../../../../ui/grid/columns/layoutChanges.js";
import { useGridLayout } from "../../../../ui/grid/columns/useGridLayout.js";
import type { CustomerRow } from "../customerRows.js";
import type { ListParams } from "../listParams.js";

/** The layout of the list: the columns that the URL names, or else those that this device remembers. */
export function useListLayout(
  columns: readonly GridColumn<CustomerRow>[],
  listParams: ListParams,
  onParams: (listParams: ListParams) => void,
): [layout: GridLayout, setLayout: (layout: GridLayout) => void] {
  const [own, setOwn] = useGridLayout("customers", columns);
  const named = listParams.columns.join();
  const layout = useMemo(() => (named ? withShown(own, named.split(",")) : own), [own, named]);

  function setLayout(next: GridLayout) {
    if (!named) return setOwn(next);
    setOwn({ ...own, widths: next.widths });
    const shown = shownIn(next);
    if (shown.join() !== named) onParams({ ...listParams, columns: shown });
  }

  return [layout, setLayout];
}
