import { PROJECT_STATUSES } from "@clientela/shared/records/enums";
import { Button } from "@mantine/core";
import { IconBriefcase, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ProjectOrderField } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { BoundedGrid } from "../../ui/grid/BoundedGrid.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { ListBar } from "../../ui/page/ListBar.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { DueDate } from "../../ui/values/DueDate.js";
import { StatusMenu } from "../../ui/values/StatusMenu.js";
import { HoursBar } from "./HoursBar.js";
import { ProjectStatusBadge } from "./ProjectStatusBadge.js";
import { projectsCardFragment } from "./ProjectsCard.js";
import { projectFragment, projectRowFragment, useProjectEdits } from "./projectEdits.js";

const query = graphql(`
  query ProjectsList($id: ID!, $after: String, $filter: ProjectFilter, $orderBy: ProjectOrder) {
    customer(id: $id) {
      id
      projects(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...ProjectRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...ProjectsCard_summary
      }
    }
  }
`);

const sortFields: Record<string, ProjectOrderField> = {
  name: "NAME",
  due: "DUE_ON",
  starts: "STARTS_ON",
};

type Row = FragmentType<typeof projectRowFragment> & { id: string };

/** A customer's projects with status, hours against budget, open tasks and due date. */
export function ProjectsList({ customerId }: { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("projects:write");
  const [search] = useSearchParams();
  const status = PROJECT_STATUSES.find((one) => one === search.get("status"));
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const details = useDrawerParam("project");
  const form = useDrawerParam("editProject");
  const edits = useProjectEdits(customerId);
  const attempt = useAttempt();
  const list = useList(
    query,
    { id: customerId, filter: status ? { status: [status] } : null, orderBy },
    (data) => data.customer?.projects,
  );
  const rows: readonly Row[] = list.rows;
  const summary = readFragment(projectsCardFragment, list.data?.customer?.summary);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawers' functions are new each time.
  const columns = useMemo((): GridColumn<Row>[] => {
    const read = (row: Row) => {
      const more = readFragment(projectRowFragment, row);
      return { ...more, project: readFragment(projectFragment, more) };
    };
    return [
      {
        id: "name",
        header: t("field.name"),
        width: 150,
        sortable: true,
        hideable: false,
        narrow: "title",
        cell: (row) => read(row).project.name,
      },
      {
        id: "status",
        header: t("field.status"),
        width: 158,
        narrow: "end",
        cell: (row) => {
          const { project } = read(row);
          const word = t(`projects.status.${project.status}`);
          return (
            <StatusMenu
              label={t("ui.changeStatus", { name: project.name, status: word })}
              options={
                mayWrite
                  ? PROJECT_STATUSES.filter((one) => one !== project.status).map((one) => ({
                      value: one,
                      label: t(`projects.status.${one}`),
                    }))
                  : []
              }
              onChoose={(next) => void attempt(() => edits.update(project, { status: next }))}
            >
              <ProjectStatusBadge status={project.status} />
            </StatusMenu>
          );
        },
      },
      {
        id: "hours",
        header: t("projects.hours"),
        width: 182,
        narrow: "detail",
        cell: (row) => {
          const { totalMinutes, project } = read(row);
          return <HoursBar minutes={totalMinutes} budgetMinutes={project.budgetMinutes} />;
        },
      },
      {
        id: "tasks",
        header: t("projects.openTasks"),
        width: 84,
        align: "end",
        cell: (row) => format.number(read(row).openTasks),
      },
      {
        id: "due",
        header: t("field.dueOn"),
        width: 174,
        sortable: true,
        narrow: "detail",
        cell: (row) => {
          const { project } = read(row);
          const open = project.status !== "DONE" && project.status !== "CANCELLED";
          return <DueDate date={project.dueOn} open={open} />;
        },
      },
      ...(mayWrite
        ? [
            {
              id: "menu",
              header: "",
              width: 44,
              hideable: false,
              cell: (row: Row) => {
                const { project } = read(row);
                return (
                  <RowMenu
                    label={t("ui.moreFor", { name: project.name })}
                    actions={[
                      {
                        label: t("ui.edit"),
                        icon: <IconPencil size={15} />,
                        onClick: () => form.open(project.id),
                      },
                      {
                        label: t("ui.delete"),
                        icon: <IconTrash size={15} />,
                        destructive: true,
                        onClick: () => void edits.remove(project),
                      },
                    ]}
                  />
                );
              },
            },
          ]
        : []),
    ];
  }, [t, format, mayWrite, search]);

  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => form.open("new")}>
      {t("projects.add")}
    </Button>
  );

  return (
    <>
      <ListBar actions={add} call={list.call}>
        <FilterLinks
          label={t("field.status")}
          links={[
            {
              to: paths.customerProjects(customerId),
              label: t("ui.all"),
              active: status === undefined,
              count: summary?.projects.count,
            },
            ...PROJECT_STATUSES.map((one) => ({
              to: paths.customerProjects(customerId, { status: one }),
              label: t(`projects.status.${one}`),
              active: status === one,
            })),
          ]}
        />
      </ListBar>
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("projects.failed")}
        </ErrorNote>
      ) : (
        <BoundedGrid
          label={t("projects.title")}
          columns={columns}
          rows={rows}
          total={list.total}
          rowId={({ id }) => id}
          rowName={(row) =>
            readFragment(projectFragment, readFragment(projectRowFragment, row)).name
          }
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => details.open(id)}
          onNeed={list.need}
          loading={list.loading}
          totals={(column) => {
            if (column === "name") return t("ui.total");
            // The sum of all projects; a filtered list has none from the server.
            if (column === "hours" && !status && summary) {
              return format.hours(summary.projects.totalMinutes);
            }
            return null;
          }}
          empty={
            <EmptyState icon={<IconBriefcase size={20} />} action={!status && add}>
              {status ? t("ui.nothingMatches") : t("projects.none")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
