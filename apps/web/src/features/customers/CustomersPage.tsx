import { lazy, type RefObject, Suspense, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useT } from "../../i18n/useT.js";
import { useChosen } from "../../keyset/useChosen.js";
import { withMessages } from "../../locales/loadMessages.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { shownIn } from "../../ui/grid/columns/layoutChanges.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import { showToast } from "../../ui/toasts/toasts.js";
import classes from "./CustomersPage.module.css";
import { SelectionActions } from "./list/bulk/SelectionActions.js";
import { useMarked } from "./list/bulk/useMarked.js";
import type { CustomerRow } from "./list/customerRows.js";
import { CustomerGrid, firstSeen } from "./list/grid/CustomerGrid.js";
import { useCustomerColumns } from "./list/grid/useCustomerColumns.js";
import { useDensity } from "./list/grid/useDensity.js";
import { useListLayout } from "./list/grid/useListLayout.js";
import { ListActions } from "./list/ListActions.js";
import { ListToolbar } from "./list/ListToolbar.js";
import { useCustomerRows } from "./list/useCustomerRows.js";
import { useListParams } from "./list/useListParams.js";
import { ViewTabs } from "./list/ViewTabs.js";

const CreateDrawer = lazy(
  withMessages(["newCustomer", "issues", "duplicates"], () => import("./create/CreateDrawer.js")),
);
const CustomersCallDialog = lazy(() => import("./list/CustomersCallDialog.js"));
const ExportDialog = lazy(
  withMessages(["exports", "profile"], () => import("./export/ExportDialog.js")),
);
const PeekDrawer = lazy(() => import("./list/peek/PeekDrawer.js"));

/** The list of customers. */
export function Component() {
  const t = useT();
  const mayWrite = useMay("customers:write");
  const mayExport = useMay("exports:write");
  const [listParams, setListParams] = useListParams();
  const columns = useCustomerColumns(listParams.currency);
  const [layout, setLayout] = useListLayout(columns, listParams, setListParams);
  const result = useCustomerRows(listParams, shownIn(layout));
  const { list, shown, listVariables } = result;
  const [exporting, setExporting] = useState(false);
  const [calling, setCalling] = useState(false);
  const [density, setDensity] = useDensity();
  const chosen = useChosen(result);
  const peek = useDrawerParam("peek");
  const creation = useDrawerParam("new");
  const page = useRef<HTMLDivElement>(null);
  const { marked, mark } = useMarked(page);
  const add = mayWrite ? () => creation.open("1") : undefined;

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
      <ViewTabs listParams={listParams} onParams={setListParams} columns={shownIn(layout)} />
      <ListToolbar
        listParams={listParams}
        onParams={setListParams}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        density={density}
        onDensity={setDensity}
      />
      {shown.error !== undefined && shown.rows.length > 0 && (
        <ErrorNote error={shown.error} onRetry={list.retry}>
          {t("customers.moreFailed")}
        </ErrorNote>
      )}
      <CustomerGrid
        listParams={listParams}
        onParams={setListParams}
        result={result}
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
      <SelectionActions
        chosen={chosen}
        result={result}
        archived={listParams.view === "archived"}
        onExport={mayExport ? () => setExporting(true) : undefined}
      />
      <Peek />
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
      {mayWrite && <Creation list={list} page={page} mark={mark} />}
    </div>
  );
}

/** A look at the customer that the URL names. */
function Peek() {
  const navigate = useNavigate();
  const peek = useDrawerParam("peek");
  return (
    peek.value !== null && (
      <Suspense>
        <PeekDrawer
          id={peek.value}
          onClose={peek.close}
          onOpen={(id) => void navigate(paths.customer(id))}
        />
      </Suspense>
    )
  );
}

interface CreationProps extends Pick<ReturnType<typeof useMarked>, "mark"> {
  list: ReturnType<typeof useCustomerRows>["list"];
  page: RefObject<HTMLElement | null>;
}

/** The form of a new customer, which is shown in the list where it was begun. */
function Creation({ list, page, mark }: CreationProps) {
  const t = useT();
  const creation = useDrawerParam("new");

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
    creation.value !== null && (
      <Suspense>
        <CreateDrawer
          onClose={creation.close}
          onCreated={showNew}
          onRestored={() => list.refresh()}
        />
      </Suspense>
    )
  );
}
