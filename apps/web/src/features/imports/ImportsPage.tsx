import { Button } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useMemo } from "react";
import { Link, useNavigate } from "react-router";
import { useList } from "../../cache/useList.js";
import { graphql } from "../../gql/gql.js";
import type { ImportsPageQuery } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { ApiCallButton } from "../../ui/apiCall/ApiCallButton.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { DataGrid } from "../../ui/grid/DataGrid.js";
import { ListFailed, ListPage } from "../../ui/page/ListPage.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import { useAction } from "../../ui/shortcuts/useAction.js";
import { Badge } from "../../ui/values/Badge.js";
import { sheetRecordType } from "./sheets.js";
import { statusTones } from "./statusTones.js";

const query = graphql(`
  query ImportsPage($after: String) {
    imports(first: 50, after: $after) {
      edges {
        node {
          id
          recordType
          fileName
          status
          createdAt
          createdBy {
            id
            name
          }
          counts {
            total
          }
          progress {
            done
            total
          }
          result {
            created
            updated
            unchanged
            skipped
            failed
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

type ImportLine = ImportsPageQuery["imports"]["edges"][number]["node"];

/** All imports, the newest first. */
export function Component() {
  const t = useT();
  const navigate = useNavigate();
  const mayWrite = useMay("imports:write");
  const list = useList(query, {}, (data: ImportsPageQuery) => data.imports);
  const columns = useImportColumns();
  useAction(t("import.start"), () => void navigate(paths.newImport), {
    keys: "i",
    group: t("shell.imports"),
    enabled: mayWrite,
  });
  const start = mayWrite && (
    <Button component={Link} to={paths.newImport} leftSection={<IconUpload size={16} />}>
      {t("import.start")}
    </Button>
  );
  return (
    <ListPage
      head={
        <PageHeader
          title={t("shell.imports")}
          crumbs={[{ label: t("shell.sales") }]}
          actions={
            <>
              <ApiCallButton call={list.call} />
              {list.rows.length > 0 && start}
            </>
          }
        />
      }
    >
      <DataGrid
        label={t("shell.imports")}
        columns={columns}
        rows={list.rows}
        total={list.total}
        rowId={({ id }) => id}
        rowName={({ fileName }) => fileName}
        onOpen={({ id }) => void navigate(paths.import(id))}
        onNeed={list.need}
        loading={list.loading}
        empty={
          list.error !== undefined ? (
            <ListFailed list={list}>{t("import.listFailed")}</ListFailed>
          ) : (
            <EmptyState icon={<IconUpload size={20} stroke={1.6} />} action={start}>
              {t("import.none")}
            </EmptyState>
          )
        }
      />
    </ListPage>
  );
}

function useImportColumns(): readonly GridColumn<ImportLine>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(() => {
    const columns: GridColumn<ImportLine>[] = [
      {
        id: "file",
        header: t("import.file"),
        width: 210,
        minWidth: 160,
        narrow: "title",
        cell: ({ id, fileName }) => <Link to={paths.import(id)}>{fileName}</Link>,
      },
      {
        id: "status",
        header: t("import.status"),
        width: 140,
        narrow: "end",
        cell: ({ status, progress }) => (
          <Badge tone={statusTones[status]} struck={status === "CANCELLED" || status === "UNDONE"}>
            {t(`import.status.${status}`)}
            {status === "RUNNING" &&
              progress.total > 0 &&
              ` ${format.percent(progress.done / progress.total)}`}
          </Badge>
        ),
      },
      {
        id: "kind",
        header: t("import.kind"),
        width: 130,
        cell: ({ recordType }) => t(`import.kind.${sheetRecordType(recordType)}`),
      },
      {
        id: "rows",
        header: t("import.rows"),
        width: 90,
        align: "end",
        cell: ({ counts }) => counts.total > 0 && format.number(counts.total),
      },
      {
        id: "result",
        header: t("import.result"),
        width: 230,
        narrow: "detail",
        cell: ({ result }) => {
          if (!result) return null;
          const facts = [
            result.created > 0 && t("import.count.created", { count: result.created }),
            result.updated > 0 && t("import.count.updated", { count: result.updated }),
            result.unchanged > 0 && t("import.count.unchanged", { count: result.unchanged }),
            result.skipped > 0 && t("import.count.skipped", { count: result.skipped }),
            result.failed > 0 && t("import.count.failed", { count: result.failed }),
          ];
          return <span>{facts.filter(Boolean).join(", ")}</span>;
        },
      },
      {
        id: "who",
        header: t("import.who"),
        width: 120,
        cell: ({ createdBy }) => createdBy?.name,
      },
      {
        id: "when",
        header: t("import.when"),
        width: 110,
        narrow: "detail",
        cell: ({ createdAt }) => (
          <time dateTime={createdAt} title={format.dateTime(createdAt)}>
            {format.relative(createdAt)}
          </time>
        ),
      },
    ];
    return columns;
  }, [t, format]);
}
