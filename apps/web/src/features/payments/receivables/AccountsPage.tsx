import { useApolloClient } from "@apollo/client/react";
import { PROMISE_STATES } from "@clientela/shared/promises/promiseFields";
import { CURRENCIES } from "@clientela/shared/values/currencies";
import { Button, NativeSelect } from "@mantine/core";
import { IconCoin, IconFileImport } from "@tabler/icons-react";
import { lazy, Suspense, useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { useT } from "../../../i18n/useT.js";
import { useShownRows } from "../../../keyset/useShownRows.js";
import { paths } from "../../../paths.js";
import { usePeople } from "../../../session/usePeople.js";
import { useViewer } from "../../../session/viewer.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import { useGridLayout } from "../../../ui/grid/columns/useGridLayout.js";
import { DataGrid } from "../../../ui/grid/DataGrid.js";
import { useDrawerParam } from "../../../ui/overlays/useDrawerParam.js";
import { FilterLinks } from "../../../ui/page/FilterLinks.js";
import { ListBar } from "../../../ui/page/ListBar.js";
import { ListFailed, ListPage } from "../../../ui/page/ListPage.js";
import { PageHeader } from "../../../ui/page/PageHeader.js";
import { useStableValue } from "../../../ui/useStableValue.js";
import classes from "./AccountsPage.module.css";
import { accountRowsOf } from "./accountRows.js";
import { accountVariables, isSortable, readAccountsParams } from "./accountsQuery.js";
import { BUCKETS, type Side } from "./buckets.js";
import { useAccountColumns } from "./useAccountColumns.js";

const AccountDrawer = lazy(() => import("./AccountDrawer.js"));

/** All customers of whom something is open, by how late it is, and a customer's open invoices beside them. */
export function AccountsPage({ side }: { side: Side }) {
  const t = useT();
  const client = useApolloClient();
  const viewer = useViewer();
  const mayImport =
    viewer.permissions.has("imports:write") && viewer.permissions.has("invoices:write");
  const [search, setSearch] = useSearchParams();
  const params = readAccountsParams(search, viewer.currency);
  const { currency, sort } = params;
  const variables = useStableValue(accountVariables(side, params));
  const list = useMemo(() => accountRowsOf(client, variables), [client, variables]);
  const { shown, stale } = useShownRows(list);
  const columns = useAccountColumns(side, currency);
  const [layout, setLayout] = useGridLayout(side, columns);
  const account = useDrawerParam("account");

  const to = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  };
  const set = (changes: Record<string, string>) =>
    setSearch(to(changes), { replace: true, preventScrollReset: true });

  const title = t(`receivables.title.${side}`);
  return (
    <ListPage
      head={
        <>
          <PageHeader
            title={title}
            crumbs={[{ label: t("shell.finance") }]}
            actions={
              mayImport && (
                <Button
                  component={Link}
                  to={`${paths.newImport}?kind=PAYMENT`}
                  variant="default"
                  size="xs"
                  leftSection={<IconFileImport size={14} stroke={1.6} />}
                >
                  {t("receivables.importBank")}
                </Button>
              )
            }
          />
          <AccountsFilters side={side} params={params} to={to} onChange={set} />
        </>
      }
    >
      <DataGrid
        label={title}
        columns={columns}
        rows={shown.rows}
        firstIndex={shown.firstIndex}
        total={shown.total}
        isEstimate={shown.isEstimate}
        rowId={({ id }) => id}
        rowName={({ legalName }) => legalName}
        layout={layout}
        onLayout={setLayout}
        sort={sort}
        onSort={({ column, direction }) => {
          if (isSortable(column)) set({ sort: `${direction === "desc" ? "-" : ""}${column}` });
        }}
        onOpen={({ id }) => account.open(id)}
        onPeek={({ id }) => account.open(id)}
        onNeed={stale ? undefined : list.need}
        loading={shown.loading}
        empty={
          shown.error === undefined ? (
            <EmptyState icon={<IconCoin size={20} stroke={1.6} />}>
              {t(`receivables.none.${side}`)}
            </EmptyState>
          ) : (
            <ListFailed list={{ error: shown.error, retry: list.retry }}>
              {t("receivables.failed")}
            </ListFailed>
          )
        }
      />
      {account.value !== null && (
        <Suspense>
          <AccountDrawer
            key={account.value}
            customerId={account.value}
            side={side}
            currency={currency}
            onClose={account.close}
            onChanged={() => list.refresh()}
            profile={paths.customerDocuments(account.value, { show: "statement" })}
          />
        </Suspense>
      )}
    </ListPage>
  );
}

interface AccountsFiltersProps {
  side: Side;
  params: ReturnType<typeof readAccountsParams>;
  /** The parameters of the URL with these changed. */
  to: (changes: Record<string, string>) => URLSearchParams;
  onChange: (changes: Record<string, string>) => void;
}

function AccountsFilters({ side, params, to, onChange }: AccountsFiltersProps) {
  const t = useT();
  const viewer = useViewer();
  const people = usePeople();
  const { bucket, owner, promise, currency } = params;
  return (
    <div className={classes.bar}>
      <ListBar>
        <FilterLinks
          label={t("receivables.ageing")}
          links={[null, ...BUCKETS].map((one) => ({
            to: { search: to({ bucket: one ?? "" }).toString() },
            label: one === null ? t("ui.all") : t(`payments.ageing.${one}`),
            active: one === bucket,
          }))}
        />
        <NativeSelect
          aria-label={t("field.ownerId")}
          className={classes.choice}
          data={[
            { value: "", label: t("receivables.anyOwner") },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={owner}
          onChange={(event) => onChange({ owner: event.currentTarget.value })}
        />
        {side === "receivables" && (
          <NativeSelect
            aria-label={t("promises.one")}
            className={classes.promise}
            data={[
              { value: "", label: t("receivables.anyPromise") },
              ...PROMISE_STATES.map((state) => ({
                value: state,
                label: t("receivables.promise", { state: t(`promises.state.${state}`) }),
              })),
            ]}
            value={promise ?? ""}
            onChange={(event) => onChange({ promise: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          aria-label={t("field.currency")}
          className={classes.currency}
          data={[...CURRENCIES]}
          value={currency}
          onChange={({ currentTarget: { value } }) =>
            onChange({ currency: value === viewer.currency ? "" : value })
          }
        />
      </ListBar>
    </div>
  );
}
