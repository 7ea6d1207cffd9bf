import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import { GridViewMenu } from "../../../ui/grid/columns/GridViewMenu.js";
import type { CustomerRow } from "./customerRows.js";
import { FilterBar } from "./filters/FilterBar.js";
import { FilterSheetButton } from "./filters/FilterSheetButton.js";
import type { useDensity } from "./grid/useDensity.js";
import type { useListLayout } from "./grid/useListLayout.js";
import classes from "./ListToolbar.module.css";
import type { ListParams } from "./listParams.js";
import { SearchBox } from "./SearchBox.js";

const FilterSheet = lazy(() => import("./filters/FilterSheet.js"));

interface ListToolbarProps {
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
  columns: readonly GridColumn<CustomerRow>[];
  layout: ReturnType<typeof useListLayout>[0];
  onLayout: ReturnType<typeof useListLayout>[1];
  density: ReturnType<typeof useDensity>[0];
  onDensity: ReturnType<typeof useDensity>[1];
}

/** Over the list: search, filters and, where there is room, how its columns are shown. */
export function ListToolbar(props: ListToolbarProps) {
  const { listParams, onParams, columns, layout, onLayout, density, onDensity } = props;
  const phone = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const [filtering, setFiltering] = useState(false);
  return (
    <div className={classes.toolbar} data-print="hide">
      <SearchBox
        value={listParams.search}
        onChange={(search) => onParams({ ...listParams, search })}
      />
      {phone ? (
        <Suspense
          fallback={
            <FilterSheetButton
              listParams={listParams}
              busy={filtering}
              onOpen={() => setFiltering(true)}
            />
          }
        >
          <FilterSheet
            columns={columns}
            listParams={listParams}
            onParams={onParams}
            opened={filtering}
            onOpened={setFiltering}
          />
        </Suspense>
      ) : (
        <>
          <FilterBar listParams={listParams} onParams={onParams} />
          <div className={classes.end}>
            <GridViewMenu
              columns={columns}
              layout={layout}
              onLayout={onLayout}
              density={density}
              onDensity={onDensity}
            />
          </div>
        </>
      )}
    </div>
  );
}
