import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { Button, Select } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { ApiCallButton } from "../../ui/apiCall/ApiCallButton.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { DataGrid } from "../../ui/grid/DataGrid.js";
import { ListFailed, ListPage } from "../../ui/page/ListPage.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import { deletedRecords } from "./deletedRecords.js";
import classes from "./TrashPage.module.css";
import { useMayRestore } from "./useMayRestore.js";
import { useRestoreRecord } from "./useRestoreRecord.js";
import { useTrashColumns } from "./useTrashColumns.js";

/** The trash: deleted records of every kind, which can be restored for 30 days. */
export function Component() {
  const t = useT();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const types = useMayRestore();
  const chosen = types.find((type) => type === search.get("type"));
  const list = useList(
    deletedRecords,
    { filter: chosen ? { recordType: [RECORD_KINDS[chosen].value] } : null },
    (data) => data.deletedRecords,
  );
  const restore = useRestoreRecord();
  const columns = useTrashColumns(async (record) => {
    if (await restore(record)) list.retry();
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
          <Select
            className={classes.type}
            size="xs"
            aria-label={t("trash.type")}
            clearable
            placeholder={t("trash.allTypes")}
            data={types.map((type) => ({ value: type, label: t(`trash.type.${type}`) }))}
            value={chosen ?? null}
            onChange={(type) => setSearch(type ? { type } : {}, { replace: true })}
          />
        </>
      }
    >
      <DataGrid
        label={t("trash.title")}
        columns={columns}
        rows={list.rows}
        total={list.total}
        rowId={({ id }) => id}
        rowName={({ name }) => name ?? ""}
        onOpen={({ id, recordType, customer }) => {
          const opened = recordType === "CUSTOMER" ? id : customer?.id;
          if (opened) void navigate(paths.customer(opened));
        }}
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
              {chosen ? t("record.nothingMatches") : t("trash.none")}
            </EmptyState>
          )
        }
      />
    </ListPage>
  );
}
