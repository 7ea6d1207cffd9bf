import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import classes from "./ProjectTasks.module.css";
import { TaskLine } from "./TaskLine.js";

const query = graphql(`
  query ProjectTasks($id: ID!) {
    node(id: $id) {
      id
      ... on Project {
        tasks(first: 100) {
          edges {
            node {
              id
              ...TaskFields
            }
          }
          totalCount
        }
      }
    }
  }
`);

interface ProjectTasksProps {
  customerId: string;
  /** The project. */
  parentId: string;
}

/** The tasks inside of a project. */
export function ProjectTasks({ customerId, parentId: projectId }: ProjectTasksProps) {
  const t = useT();
  const mayWrite = useMay("tasks:own");
  const form = useDrawerParam("task");
  const { data, previousData, error, refetch } = useQuery(query, { variables: { id: projectId } });
  const node = (data ?? previousData)?.node;
  const tasks = node?.__typename === "Project" ? node.tasks : undefined;
  return (
    <section className={classes.section} aria-label={t("tasks.title")}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t("tasks.title")}</h3>
        {mayWrite && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => form.open(`new:${projectId}`)}
          >
            {t("tasks.add")}
          </Button>
        )}
      </div>
      {error && !tasks ? (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("tasks.failed")}
        </ErrorNote>
      ) : !tasks ? (
        <SkeletonRows rows={3} height={40} columns={["60%", "20%"]} label={t("tasks.loading")} />
      ) : tasks.edges.length === 0 ? (
        <p className={classes.none}>{t("tasks.none")}</p>
      ) : (
        <ul className={classes.list}>
          {tasks.edges.map(({ node: task }) => (
            <TaskLine key={task.id} customerId={customerId} task={task} inProject />
          ))}
        </ul>
      )}
    </section>
  );
}
