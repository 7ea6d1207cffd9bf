import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import type { CustomerRow } from "./customerRows.js";
import classes from "./filters/FilterBar.module.css";
import { isSortColumn, type ListParams } from "./listParams.js";

interface SortChoiceProps {
  columns: readonly GridColumn<CustomerRow>[];
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
}

/** By what the list is sorted, where no header can be clicked. */
export function SortChoice({ columns, listParams, onParams }: SortChoiceProps) {
  const t = useT();
  const { column, direction } = listParams.sort;
  const choose = (id: string) => {
    if (!isSortColumn(id)) return;
    // As the first click on its header.
    const largestFirst = columns.some((one) => one.id === id && one.align === "end");
    onParams({ ...listParams, sort: { column: id, direction: largestFirst ? "desc" : "asc" } });
  };
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{t("customers.sortBy")}</legend>
      <NativeSelect
        aria-label={t("customers.sortBy")}
        data={columns
          .filter(({ sortable }) => sortable)
          .map(({ id, header }) => ({ value: id, label: header }))}
        value={column}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <SegmentedControl
        fullWidth
        data={[
          { value: "asc", label: t("grid.sortAscending") },
          { value: "desc", label: t("grid.sortDescending") },
        ]}
        value={direction}
        onChange={(value) =>
          onParams({
            ...listParams,
            sort: { column, direction: value === "desc" ? "desc" : "asc" },
          })
        }
      />
    </fieldset>
  );
}
