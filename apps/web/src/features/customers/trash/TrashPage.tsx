import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Link, useNavigate } from "react-router";
import { useList } from "../../../cache/useList.js";
import type { TrashPageQuery } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { ApiCallButton } from "../../../ui/apiCall/ApiCallButton.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import { DataGrid } from "../../../ui/grid/DataGrid.js";
import { ListFailed, ListPage } from "../../../ui/page/ListPage.js";
import { PageHeader } from "../../../ui/page/PageHeader.js";
import { deletedCustomers } from "./deletedCustomers.js";
import classes from "./TrashPage.module.css";
import { useRestore } from "./useRestore.js";
import { useTrashColumns } from "./useTrashColumns.js";

/** The customers in the trash, which can be restored for 30 days. */
export function Component() {
  const t = useT();
  const navigate = useNavigate();
  const list = useList(deletedCustomers, {}, (data: TrashPageQuery) => data.deletedCustomers);
  const restore = useRestore();
  const columns = useTrashColumns(async (customer) => {
    if (await restore(customer)) list.retry();
  });
  return (
    <ListPage
      head={
        <>
          <PageHeader
            title={t("trash.title")}
            crumbs={[
              { label: t("shell.sales") },
              { label: t("shell.customers"), to: paths.customers },
            ]}
            actions={<ApiCallButton call={list.call} />}
          />
          <p className={classes.hint}>{t("trash.hint")}</p>
        </>
      }
    >
      <DataGrid
        label={t("trash.title")}
        columns={columns}
        rows={list.rows}
        total={list.total}
        rowId={({ id }) => id}
        rowName={({ legalName }) => legalName}
        onOpen={({ id }) => void navigate(paths.customer(id))}
        onNeed={list.need}
        loading={list.loading}
        empty={
          list.error !== undefined ? (
            <ListFailed list={list}>{t("trash.failed")}</ListFailed>
          ) : (
            <EmptyState
              icon={<IconTrash size={20} stroke={1.6} />}
              action={
                <Button component={Link} to={paths.customers} variant="default">
                  {t("trash.back")}
                </Button>
              }
            >
              {t("trash.none")}
            </EmptyState>
          )
        }
      />
    </ListPage>
  );
}
