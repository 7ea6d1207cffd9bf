import { IconDownload } from "@tabler/icons-react";
import { useMemo } from "react";
import { useList } from "../../../cache/useList.js";
import { graphql } from "../../../gql/gql.js";
import type { ExportStatus, ExportsPageQuery } from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { ApiCallButton } from "../../../ui/apiCall/ApiCallButton.js";
import { CopyButton } from "../../../ui/feedback/CopyButton.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import { DataGrid } from "../../../ui/grid/DataGrid.js";
import { ListFailed, ListPage } from "../../../ui/page/ListPage.js";
import { PageHeader } from "../../../ui/page/PageHeader.js";
import { Badge, type Tone } from "../../../ui/values/Badge.js";
import classes from "./ExportsPage.module.css";
import { useExportedWhat } from "./useExportedWhat.js";

const query = graphql(`
  query ExportsPage($after: String) {
    exports(first: 50, after: $after) {
      edges {
        node {
          id
          recordType
          search
          filter
          includeArchived
          format
          status
          rows
          fileName
          url
          sha256
          createdAt
          createdBy {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

type ExportLine = ExportsPageQuery["exports"]["edges"][number]["node"];

const tones: Record<ExportStatus, Tone> = { RUNNING: "blue", DONE: "green", FAILED: "red" };

/** All exports, newest first, with their files and checksums. */
export function Component() {
  const t = useT();
  const list = useList(query, {}, (data: ExportsPageQuery) => data.exports);
  const columns = useExportColumns(list.rows);
  return (
    <ListPage
      head={
        <PageHeader
          title={t("exports.past")}
          crumbs={[
            { label: t("shell.sales") },
            { label: t("shell.customers"), to: paths.customers },
          ]}
          actions={<ApiCallButton call={list.call} />}
        />
      }
    >
      <DataGrid
        label={t("exports.past")}
        columns={columns}
        rows={list.rows}
        total={list.total}
        rowId={({ id }) => id}
        rowName={({ fileName }) => fileName}
        onNeed={list.need}
        loading={list.loading}
        empty={
          list.error !== undefined ? (
            <ListFailed list={list}>{t("exports.pastFailed")}</ListFailed>
          ) : (
            <EmptyState icon={<IconDownload size={20} stroke={1.6} />}>
              {t("exports.pastNone")}
            </EmptyState>
          )
        }
      />
    </ListPage>
  );
}

function useExportColumns(lines: readonly ExportLine[]): readonly GridColumn<ExportLine>[] {
  const t = useT();
  const format = useFormat();
  const sayWhat = useExportedWhat(lines);
  return useMemo(() => {
    const columns: GridColumn<ExportLine>[] = [
      {
        id: "file",
        header: t("exports.receipt.file"),
        width: 200,
        minWidth: 160,
        narrow: "title",
        cell: ({ fileName, url }) =>
          url ? (
            <a href={url} download={fileName}>
              {fileName}
            </a>
          ) : (
            fileName
          ),
      },
      {
        id: "status",
        header: t("exports.status"),
        width: 104,
        narrow: "end",
        cell: ({ status }) => <Badge tone={tones[status]}>{t(`exports.status.${status}`)}</Badge>,
      },
      {
        id: "what",
        header: t("exports.receipt.what"),
        width: 236,
        narrow: "detail",
        cell: (line) => <span title={sayWhat(line)}>{sayWhat(line)}</span>,
      },
      {
        id: "format",
        header: t("exports.format"),
        width: 112,
        cell: (line) => t(`exports.format.${line.format}`),
      },
      {
        id: "rows",
        header: t("exports.pastRows"),
        width: 68,
        align: "end",
        cell: ({ rows }) => format.number(rows),
      },
      {
        id: "who",
        header: t("exports.who"),
        width: 92,
        narrow: "detail",
        cell: ({ createdBy }) => createdBy?.name,
      },
      {
        id: "when",
        header: t("exports.when"),
        width: 120,
        narrow: "detail",
        cell: ({ createdAt }) => (
          <time dateTime={createdAt} title={format.dateTime(createdAt)}>
            {format.relative(createdAt)}
          </time>
        ),
      },
      {
        id: "sum",
        header: t("exports.receipt.sha256"),
        width: 128,
        cell: ({ sha256 }) =>
          sha256 && (
            <span className={classes.sum}>
              <code title={sha256}>{sha256.slice(0, 8)}…</code>
              <CopyButton value={sha256} label={t("exports.copyChecksum")} />
            </span>
          ),
      },
    ];
    return columns;
  }, [t, format, sayWhat]);
}
