import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { Link, useNavigate } from "react-router";
import { useList } from "../../../cache/useList.js";
import type { DuplicatesPageQuery } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { withMessages } from "../../../locales/loadMessages.js";
import { paths } from "../../../paths.js";
import { useMay } from "../../../session/viewer.js";
import { ApiCallButton } from "../../../ui/apiCall/ApiCallButton.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import { DataGrid } from "../../../ui/grid/DataGrid.js";
import { ListFailed, ListPage } from "../../../ui/page/ListPage.js";
import { PageHeader } from "../../../ui/page/PageHeader.js";
import classes from "./DuplicatesPage.module.css";
import { type DuplicateRow, duplicatePairs } from "./duplicatePairs.js";
import { useComparing } from "./useComparing.js";
import { useDuplicateColumns } from "./useDuplicateColumns.js";
import { useJudgeDuplicate } from "./useJudgeDuplicate.js";

const MergeDialog = lazy(
  withMessages(["merge", "profile"], () => import("../merge/MergeDialog.js")),
);

/** Pairs of customers that may be one, the likeliest first: to be merged, or distinguished. */
export function Component() {
  const t = useT();
  const client = useApolloClient();
  const navigate = useNavigate();
  const mayWrite = useMay("customers:write");
  const list = useList(duplicatePairs, {}, (data: DuplicatesPageQuery) => data.duplicateCandidates);
  const [merging, setMerging] = useState<DuplicateRow>();
  const comparing = useComparing();
  const tellApart = useJudgeDuplicate();
  const columns = useDuplicateColumns(
    mayWrite
      ? { merge: setMerging, tellApart: ({ customers }) => void tellApart(customers) }
      : null,
  );

  const readAnew = () => client.cache.evict({ fieldName: "duplicateCandidates" });
  const back = (
    <Button component={Link} to={paths.customers} variant="default">
      {t("duplicates.back")}
    </Button>
  );
  return (
    <ListPage
      head={
        <>
          <PageHeader
            title={t("duplicates.title")}
            crumbs={[
              { label: t("shell.sales") },
              { label: t("shell.customers"), to: paths.customers },
            ]}
            actions={<ApiCallButton call={list.call} />}
          />
          <p className={classes.hint}>
            {t("duplicates.hint")}{" "}
            <span role="status">{comparing && t("duplicates.comparing")}</span>
          </p>
        </>
      }
    >
      <DataGrid
        label={t("duplicates.title")}
        columns={columns}
        rows={list.rows}
        total={list.total}
        rowId={({ customers }) => customers.map(({ id }) => id).join(" ")}
        rowName={({ customers }) => customers.map(({ legalName }) => legalName).join(" = ")}
        onOpen={(row) => {
          const [first] = row.customers;
          if (mayWrite) setMerging(row);
          else if (first) void navigate(paths.customer(first.id));
        }}
        onNeed={list.need}
        loading={list.loading}
        empty={
          list.error !== undefined ? (
            <ListFailed list={list}>{t("duplicates.failed")}</ListFailed>
          ) : (
            <EmptyState icon={<IconUsers size={20} stroke={1.6} />} action={back}>
              {t("duplicates.none")}
            </EmptyState>
          )
        }
      />
      {merging && (
        <Suspense>
          <MergeDialog
            ids={merging.customers.map(({ id }) => id)}
            onClose={() => setMerging(undefined)}
            onMerged={() => {
              setMerging(undefined);
              readAnew();
            }}
            onUndone={readAnew}
          />
        </Suspense>
      )}
    </ListPage>
  );
}
