import { Button, Drawer } from "@mantine/core";
import { useT } from "../../../../i18n/useT.js";
import type { GridColumn } from "../../../../ui/grid/columns/column.js";
import type { CustomerRow } from "../customerRows.js";
import { type ListParams, withoutFilters } from "../listParams.js";
import { SortChoice } from "../SortChoice.js";
import { useFilters } from "./FilterBar.js";
import classes from "./FilterBar.module.css";
import FilterEditor from "./FilterEditor.js";
import { FilterSheetButton } from "./FilterSheetButton.js";

interface FilterSheetProps {
  columns: readonly GridColumn<CustomerRow>[];
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
  /** Kept by the page: the button can be pressed before the sheet's code is loaded. */
  opened: boolean;
  onOpened: (opened: boolean) => void;
}

/** The filters on a phone, and what the list is sorted by: all in a sheet from below. */
export default function FilterSheet({
  columns,
  listParams,
  onParams,
  opened,
  onOpened,
}: FilterSheetProps) {
  const t = useT();
  const offered = useFilters(listParams);
  return (
    <>
      <FilterSheetButton listParams={listParams} onOpen={() => onOpened(true)} />
      <Drawer
        opened={opened}
        onClose={() => onOpened(false)}
        position="bottom"
        size="85%"
        title={t("customers.filter")}
        closeButtonProps={{ "aria-label": t("ui.close") }}
      >
        <div className={classes.sheet}>
          <SortChoice columns={columns} listParams={listParams} onParams={onParams} />
          {offered.map((name) => (
            <FilterEditor key={name} name={name} listParams={listParams} onParams={onParams} />
          ))}
          <div className={classes.sheetButtons}>
            <Button variant="default" onClick={() => onParams(withoutFilters(listParams))}>
              {t("customers.clearFilters")}
            </Button>
            <Button onClick={() => onOpened(false)}>{t("customers.showResults")}</Button>
          </div>
        </div>
      </Drawer>
    </>
  );
}
