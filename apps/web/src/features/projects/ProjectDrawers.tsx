import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { DeleteButton } from "../../ui/overlays/DeleteButton.js";
import { SideDrawer } from "../../ui/overlays/SideDrawer.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { DueDate } from "../../ui/values/DueDate.js";
import { HoursBar } from "./HoursBar.js";
import classes from "./ProjectDrawers.module.css";
import { ProjectForm } from "./ProjectForm.js";
import { ProjectStatusBadge } from "./ProjectStatusBadge.js";
import { projectFragment, projectRowFragment, useProjectEdits } from "./projectEdits.js";

const query = graphql(`
  query ProjectDrawers($id: ID!) {
    node(id: $id) {
      id
      ... on Project {
        ...ProjectRow
      }
    }
  }
`);

interface ProjectDrawersProps {
  customerId: string;
  /** What stands inside a project: its tasks and its time, which other nouns draw. */
  inside: (projectId: string) => ReactNode;
}

/** The drawers for projects that the URL asks for: one to look into, one to edit. */
export function ProjectDrawers({ customerId, inside }: ProjectDrawersProps) {
  const look = useDrawerParam("project");
  const edit = useDrawerParam("editProject");
  const mayWrite = useMay("projects:write");
  return (
    <>
      {look.value && (
        <ProjectDetails
          key={look.value}
          id={look.value}
          customerId={customerId}
          onClose={look.close}
          onEdit={mayWrite ? edit.open : undefined}
        >
          {inside(look.value)}
        </ProjectDetails>
      )}
      {edit.value === "new" && mayWrite && (
        <ProjectForm customerId={customerId} onClose={edit.close} />
      )}
      {edit.value && edit.value !== "new" && mayWrite && (
        <EditProject
          key={edit.value}
          id={edit.value}
          customerId={customerId}
          onClose={edit.close}
        />
      )}
    </>
  );
}

function useProject(id: string) {
  const { data, error, refetch } = useQuery(query, { variables: { id } });
  const row =
    data?.node?.__typename === "Project" ? readFragment(projectRowFragment, data.node) : undefined;
  return { row, gone: data !== undefined && !row, error, retry: () => void refetch() };
}

function EditProject(props: { id: string; customerId: string; onClose: () => void }) {
  const { row } = useProject(props.id);
  if (!row) return null;
  return (
    <ProjectForm
      customerId={props.customerId}
      project={readFragment(projectFragment, row)}
      onClose={props.onClose}
    />
  );
}

interface ProjectDetailsProps {
  id: string;
  customerId: string;
  onClose: () => void;
  onEdit?: (id: string) => void;
  children: ReactNode;
}

function ProjectDetails({ id, customerId, onClose, onEdit, children }: ProjectDetailsProps) {
  const edits = useProjectEdits(customerId);
  const t = useT();
  const format = useFormat();
  const { row, gone, error, retry } = useProject(id);
  const project = readFragment(projectFragment, row);
  const open = project?.status !== "DONE" && project?.status !== "CANCELLED";
  return (
    <SideDrawer opened onClose={onClose} title={project?.name ?? t("projects.one")}>
      {error && !project ? (
        <ErrorNote error={error} onRetry={retry}>
          {t("projects.failed")}
        </ErrorNote>
      ) : gone ? (
        <p>{t("ui.gone")}</p>
      ) : !project || !row ? (
        <SkeletonRows rows={4} columns={["30%", "50%"]} label={t("projects.one")} />
      ) : (
        <>
          <div className={classes.facts}>
            <ProjectStatusBadge status={project.status} />
            <HoursBar minutes={row.totalMinutes} budgetMinutes={project.budgetMinutes} />
            {onEdit && (
              <div className={classes.edit}>
                <DeleteButton
                  name={project.name}
                  onDelete={() => {
                    onClose();
                    void edits.remove(project);
                  }}
                />
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconPencil size={14} />}
                  onClick={() => onEdit(id)}
                >
                  {t("ui.edit")}
                </Button>
              </div>
            )}
          </div>
          {(project.startsOn || project.dueOn) && (
            <p className={classes.dates}>
              {project.startsOn && (
                <span>
                  {t("field.startsOn")}: {format.date(project.startsOn)}
                </span>
              )}
              {project.dueOn && (
                <span>
                  {t("field.dueOn")}: <DueDate date={project.dueOn} open={open} />
                </span>
              )}
            </p>
          )}
          {project.description && <p className={classes.description}>{project.description}</p>}
          {children}
        </>
      )}
    </SideDrawer>
  );
}
