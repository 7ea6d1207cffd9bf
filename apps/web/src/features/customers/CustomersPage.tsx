import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { withMessages } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { useChosen } from "../../keyset/useChosen.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { GridViewMenu } from "../../ui/grid/columns/GridViewMenu.js";
import { shownIn } from "../../ui/grid/columns/layoutChanges.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import { showToast } from "../../ui/toasts/toasts.js";
import classes from "./CustomersPage.module.css";
import type { BulkField } from "./list/bulk/BulkDialog.js";
import { useBulkArchive } from "./list/bulk/useBulkArchive.js";
import { useBulkDelete } from "./list/bulk/useBulkDelete.js";
import { useMarked } from "./list/bulk/useMarked.js";
import type { CustomerRow } from "./list/customerRows.js";
import { FilterBar } from "./list/filters/FilterBar.js";
import { FilterSheetButton } from "./list/filters/FilterSheetButton.js";
import { CustomerGrid, firstSeen } from "./list/grid/CustomerGrid.js";
import { useCustomerColumns } from "./list/grid/useCustomerColumns.js";
import { useDensity } from "./list/grid/useDensity.js";
import { useListLayout } from "./list/grid/useListLayout.js";
import { ListActions } from "./list/ListActions.js";
import toolbar from "./list/ListToolbar.module.css";
import { SearchBox } from "./list/SearchBox.js";
import { useCustomerRows } from "./list/useCustomerRows.js";
import { useListParams } from "./list/useListParams.js";
import { ViewTabs } from "./list/ViewTabs.js";

const BulkDialog = lazy(withMessages("bulkEdit", () => import("./list/bulk/BulkDialog.js")));
const CreateDrawer = lazy(
  withMessages(["newCustomer", "issues", "duplicates"], () => import("./create/CreateDrawer.js")),
);
const CustomersCallDialog = lazy(() => import("./list/CustomersCallDialog.js"));
const DeleteDialog = lazy(withMessages("bulkEdit", () => import("./list/bulk/DeleteDialog.js")));
const ExportDialog = lazy(
  withMessages(["exports", "profile"], () => import("./export/ExportDialog.js")),
);
const FilterSheet = lazy(() => import("./list/filters/FilterSheet.js"));
const MergeDialog = lazy(
  withMessages(["merge", "profile"], () => import("./merge/MergeDialog.js")),
);
const PeekDrawer = lazy(() => import("./list/peek/PeekDrawer.js"));
const SelectionBar = lazy(() => import("./list/bulk/SelectionBar.js"));

/** The list of customers. */
export function Component() {
  const t = useT();
  const navigate = useNavigate();
  const mayWrite = useMay("customers:write");
  const mayExport = useMay("exports:write");
  const phone = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const [question, ask] = useListParams();
  const answer = useCustomerRows(question);
  const { list, shown, listVariables } = answer;
  const bulk = useBulkArchive(list);
  const columns = useCustomerColumns();
  const [layout, setLayout] = useListLayout(columns, question, ask);
  const [filtering, setFiltering] = useState(false);
  const [exporting, setExporting] = useState(false);
  const [calling, setCalling] = useState(false);
  const [density, setDensity] = useDensity();
  const chosen = useChosen(answer);
  const deleteMany = useBulkDelete(list);
  const [editing, setEditing] = useState<BulkField>();
  const [merging, setMerging] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const peek = useDrawerParam("peek");
  const creation = useDrawerParam("new");
  const page = useRef<HTMLDivElement>(null);
  const { marked, mark } = useMarked(page);
  const archived = question.view === "archived";
  const add = mayWrite ? () => creation.open("1") : undefined;

  function archive(ids: readonly string[]) {
    chosen.drop(ids);
    void (archived ? bulk.restore(ids) : bulk.archive(ids));
  }

  function showEdited() {
    setEditing(undefined);
    // They may no longer match the list's filter.
    if (chosen.all) chosen.clear();
    void list.refresh();
  }

  function showNew(row: CustomerRow) {
    const place = firstSeen(page.current);
    list.add(row, place);
    creation.close();
    mark(row.id, place);
    showToast({
      message: t("newCustomer.created", { name: row.legalName, number: row.number }),
    });
  }

  return (
    <div ref={page} className={classes.page}>
      <PageHeader
        title={t("shell.customers")}
        crumbs={[{ label: t("shell.sales") }]}
        actions={
          <ListActions
            onAdd={add}
            onExport={mayExport ? () => setExporting(true) : undefined}
            onApiCall={() => setCalling(true)}
          />
        }
        titleHidden
      />
      <ViewTabs question={question} onAsk={ask} columns={shownIn(layout)} />
      <div className={toolbar.toolbar} data-print="hide">
        <SearchBox value={question.search} onChange={(search) => ask({ ...question, search })} />
        {phone ? (
          <Suspense
            fallback={
              <FilterSheetButton
                question={question}
                busy={filtering}
                onOpen={() => setFiltering(true)}
              />
            }
          >
            <FilterSheet
              columns={columns}
              question={question}
              onAsk={ask}
              opened={filtering}
              onOpened={setFiltering}
            />
          </Suspense>
        ) : (
          <FilterBar question={question} onAsk={ask} />
        )}
        {!phone && (
          <div className={toolbar.end}>
            <GridViewMenu
              columns={columns}
              layout={layout}
              onLayout={setLayout}
              density={density}
              onDensity={setDensity}
            />
          </div>
        )}
      </div>
      {shown.error !== undefined && shown.rows.length > 0 && (
        <ErrorNote error={shown.error} onRetry={list.retry}>
          {t("customers.moreFailed")}
        </ErrorNote>
      )}
      <CustomerGrid
        question={question}
        onAsk={ask}
        answer={answer}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        density={density}
        selected={chosen.selected}
        onSelected={chosen.choose}
        marked={marked}
        onPeek={peek.open}
        onAdd={add}
      />
      {chosen.count > 0 && (
        <Suspense>
          <SelectionBar
            chosen={chosen}
            total={shown.total}
            archived={archived}
            onExport={mayExport ? () => setExporting(true) : undefined}
            onEdit={mayWrite ? setEditing : undefined}
            onArchive={mayWrite ? () => archive(chosen.ids) : undefined}
            onDelete={mayWrite ? () => setDeleting(true) : undefined}
            onMerge={mayWrite ? () => setMerging(true) : undefined}
          />
        </Suspense>
      )}
      {editing && (
        <Suspense>
          <BulkDialog
            field={editing}
            target={
              chosen.all
                ? {
                    search: listVariables.search,
                    filter: listVariables.filter,
                    expectedCount: shown.total,
                  }
                : { ids: chosen.ids }
            }
            count={chosen.count}
            knownTags={[...new Set(chosen.rows.flatMap(({ tags }) => tags))]}
            onClose={() => setEditing(undefined)}
            onDone={showEdited}
            onUndone={() => void list.refresh()}
          />
        </Suspense>
      )}
      {merging && (
        <Suspense>
          <MergeDialog
            ids={chosen.ids}
            onClose={() => setMerging(false)}
            onMerged={({ mergedIds }) => {
              setMerging(false);
              chosen.clear();
              list.remove(mergedIds);
              void list.refresh();
            }}
            onUndone={({ mergedIds }) => {
              list.revert(mergedIds);
              void list.refresh();
            }}
          />
        </Suspense>
      )}
      {deleting && chosen.count > 0 && (
        <Suspense>
          <DeleteDialog
            rows={chosen.rows}
            onClose={() => setDeleting(false)}
            onDelete={async (ids) => {
              await deleteMany(ids);
              chosen.drop(ids);
              if (ids.length === chosen.rows.length) setDeleting(false);
            }}
            onArchive={(ids) => {
              archive(ids);
              if (ids.length === chosen.rows.length) setDeleting(false);
            }}
          />
        </Suspense>
      )}
      {peek.value !== null && (
        <Suspense>
          <PeekDrawer
            id={peek.value}
            onClose={peek.close}
            onOpen={(id) => void navigate(paths.customer(id))}
          />
        </Suspense>
      )}
      {exporting && (
        <Suspense>
          <ExportDialog
            onClose={() => setExporting(false)}
            listVariables={listVariables}
            selectedIds={chosen.all ? [] : chosen.ids}
            shownColumns={shownIn(layout)}
          />
        </Suspense>
      )}
      {calling && (
        <Suspense>
          <CustomersCallDialog
            listVariables={listVariables}
            columns={shownIn(layout)}
            onClose={() => setCalling(false)}
          />
        </Suspense>
      )}
      {creation.value !== null && mayWrite && (
        <Suspense>
          <CreateDrawer
            onClose={creation.close}
            onCreated={showNew}
            onRestored={() => list.refresh()}
          />
        </Suspense>
      )}
    </div>
  );
}
