import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { ErrorNote } from "../../ui/ErrorNote.js";
import { GridViewMenu } from "../../ui/grid/GridViewMenu.js";
import { useGridLayout } from "../../ui/grid/useGridLayout.js";
import { PageHeader } from "../../ui/PageHeader.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useDrawerParam } from "../../ui/useDrawerParam.js";
import classes from "./CustomersPage.module.css";
import { CustomerGrid, firstSeen } from "./list/CustomerGrid.js";
import type { CustomerRow } from "./list/customerRows.js";
import { FilterBar } from "./list/FilterBar.js";
import { ListActions } from "./list/ListActions.js";
import toolbar from "./list/ListToolbar.module.css";
import { SearchBox } from "./list/SearchBox.js";
import { SelectionBar } from "./list/SelectionBar.js";
import { useBulkArchive } from "./list/useBulkArchive.js";
import { useCustomerColumns } from "./list/useCustomerColumns.js";
import { useCustomerRows } from "./list/useCustomerRows.js";
import { useDensity } from "./list/useDensity.js";
import { useListQuestion } from "./list/useListQuestion.js";
import { useMarked } from "./list/useMarked.js";
import { ViewTabs } from "./list/ViewTabs.js";

const CreateDrawer = lazy(() => import("./create/CreateDrawer.js"));
const ExportDialog = lazy(() => import("./export/ExportDialog.js"));
const FilterSheet = lazy(() => import("./list/FilterSheet.js"));
const PeekDrawer = lazy(() => import("./list/PeekDrawer.js"));

/** The list of customers. */
export function Component() {
  const t = useT();
  const navigate = useNavigate();
  const mayWrite = useMay("customers:write");
  const mayExport = useMay("exports:write");
  const phone = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const [question, ask] = useListQuestion();
  const answer = useCustomerRows(question);
  const { list, shown, asked } = answer;
  const bulk = useBulkArchive(list);
  const columns = useCustomerColumns();
  const [layout, setLayout] = useGridLayout("customers", columns);
  const [exporting, setExporting] = useState(false);
  const [density, setDensity] = useDensity();
  const [chosen, setChosen] = useState<ReadonlyMap<string, CustomerRow>>(new Map());
  const peek = useDrawerParam("peek");
  const creation = useDrawerParam("new");
  const page = useRef<HTMLDivElement>(null);
  const { marked, mark } = useMarked(page);
  const add = mayWrite ? () => creation.open("1") : undefined;

  function choose(ids: ReadonlySet<string>) {
    const loaded = new Map(shown.rows.map((row) => [row.id, row]));
    const rows = [...ids].flatMap((id) => loaded.get(id) ?? chosen.get(id) ?? []);
    setChosen(new Map(rows.map((row) => [row.id, row])));
  }

  function archiveChosen() {
    const ids = [...chosen.keys()];
    setChosen(new Map());
    void (question.view === "archived" ? bulk.restore(ids) : bulk.archive(ids));
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
          <ListActions onAdd={add} onExport={mayExport ? () => setExporting(true) : undefined} />
        }
        titleHidden
      />
      <ViewTabs question={question} />
      <div className={toolbar.toolbar}>
        <SearchBox value={question.search} onChange={(search) => ask({ ...question, search })} />
        {phone ? (
          <Suspense>
            <FilterSheet question={question} onAsk={ask} />
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
        selected={new Set(chosen.keys())}
        onSelected={choose}
        marked={marked}
        onPeek={peek.open}
        onAdd={add}
      />
      {chosen.size > 0 && (
        <SelectionBar
          rows={[...chosen.values()]}
          onExport={mayExport ? () => setExporting(true) : undefined}
          onArchive={mayWrite ? archiveChosen : undefined}
          archived={question.view === "archived"}
          onClear={() => setChosen(new Map())}
        />
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
            asked={asked}
            total={shown.total}
            selectedIds={[...chosen.keys()]}
            shownColumns={layout.order.filter((id) => !layout.hidden.includes(id))}
          />
        </Suspense>
      )}
      {creation.value !== null && mayWrite && (
        <Suspense>
          <CreateDrawer onClose={creation.close} onCreated={showNew} />
        </Suspense>
      )}
    </div>
  );
}
