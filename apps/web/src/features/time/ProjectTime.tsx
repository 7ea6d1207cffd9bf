import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconClockPlus, IconPencil, IconTrash } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useRecordMutations } from "../../records/useRecordMutations.js";
import { useMay } from "../../session/viewer.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import classes from "./ProjectTime.module.css";
import { timeEntryFragment, timeEntryOperations } from "./timeEntry.operations.js";

const query = graphql(`
  query ProjectTime($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on Project {
        totalMinutes
        timeEntries(first: 50, after: $after) {
          edges {
            node {
              id
              ...TimeEntryFields
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  }
`);

interface ProjectTimeProps {
  customerId: string;
  /** The project. */
  parentId: string;
}

/** The time worked on a project, newest first. */
export function ProjectTime({ customerId, parentId: projectId }: ProjectTimeProps) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("time:write");
  const form = useDrawerParam("time");
  const { remove } = useRecordMutations(timeEntryOperations, customerId);
  const { data, previousData, error, refetch, fetchMore } = useQuery(query, {
    variables: { id: projectId },
  });
  const node = (data ?? previousData)?.node;
  const project = node?.__typename === "Project" ? node : undefined;
  const entries = project?.timeEntries;
  return (
    <section className={classes.section} aria-label={t("time.title")}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          {t("time.title")}
          {project && <span className={classes.sum}>{format.hours(project.totalMinutes)}</span>}
        </h3>
        {mayWrite && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconClockPlus size={14} />}
            onClick={() => form.open(`new:${projectId}`)}
          >
            {t("time.log")}
          </Button>
        )}
      </div>
      {error && !entries ? (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("time.failed")}
        </ErrorNote>
      ) : !entries ? (
        <SkeletonRows rows={3} columns={["20%", "50%"]} label={t("time.title")} />
      ) : entries.edges.length === 0 ? (
        <p className={classes.none}>{t("time.none")}</p>
      ) : (
        <ul className={classes.list}>
          {entries.edges.map(({ node: masked }) => {
            const entry = readFragment(timeEntryFragment, masked);
            return (
              <li key={entry.id} className={classes.line}>
                <span className={classes.day}>{format.date(entry.workedOn)}</span>
                <span className={classes.what}>
                  {entry.note ?? ""}
                  {entry.user && <span className={classes.who}>{entry.user.name}</span>}
                </span>
                <span className={classes.hours}>{format.hours(entry.minutes)}</span>
                {mayWrite && (
                  <RowMenu
                    label={t("ui.moreFor", { name: format.date(entry.workedOn) })}
                    actions={[
                      {
                        label: t("ui.edit"),
                        icon: <IconPencil size={15} />,
                        onClick: () => form.open(entry.id),
                      },
                      {
                        label: t("ui.delete"),
                        icon: <IconTrash size={15} />,
                        destructive: true,
                        onClick: () => void remove(entry),
                      },
                    ]}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {entries?.pageInfo.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          mt="sm"
          onClick={() =>
            void fetchMore({ variables: { id: projectId, after: entries.pageInfo.endCursor } })
          }
        >
          {t("ui.showMore")}
        </Button>
      )}
    </section>
  );
}
