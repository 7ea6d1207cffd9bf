import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { ExternalIds } from "../../records/ExternalIds.js";
import { PendingDrawer } from "../../records/PendingDrawer.js";
import { RecordDrawers, type ViewDrawerProps } from "../../records/RecordDrawers.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { useRecord } from "../../records/useRecord.js";
import { useRecordMutations } from "../../records/useRecordMutations.js";
import { DeleteButton } from "../../ui/overlays/DeleteButton.js";
import { SideDrawer } from "../../ui/overlays/SideDrawer.js";
import { DueDate } from "../../ui/values/DueDate.js";
import { HoursBar } from "./HoursBar.js";
import classes from "./ProjectDrawers.module.css";
import { ProjectForm } from "./ProjectForm.js";
import {
  isOpen,
  projectFragment,
  projectOperations,
  projectRowFragment,
  projectStatus,
} from "./project.operations.js";

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
  /** The contents of a project: its tasks and its time, which other features render. */
  inside: (projectId: string) => ReactNode;
}

/** The drawers for projects that the URL opens: one to view, one to edit. */
export function ProjectDrawers({ customerId, inside }: ProjectDrawersProps) {
  return (
    <RecordDrawers
      operations={projectOperations}
      params={{ view: "project", edit: "editProject" }}
      view={(view) => (
        <ProjectView customerId={customerId} {...view}>
          {inside(view.id)}
        </ProjectView>
      )}
      form={(form) => <ProjectForm customerId={customerId} {...form} />}
    />
  );
}

interface ProjectViewProps extends ViewDrawerProps {
  customerId: string;
  children: ReactNode;
}

function ProjectView({ id, customerId, onClose, onEdit, children }: ProjectViewProps) {
  const t = useT();
  const format = useFormat();
  const { remove } = useRecordMutations(projectOperations, customerId);
  const loaded = useRecord(query, { id }, ({ node }) =>
    node?.__typename === "Project" ? readFragment(projectRowFragment, node) : null,
  );
  const row = loaded.found;
  if (!row) {
    return (
      <PendingDrawer
        restorable={{ id, operations: projectOperations }}
        loaded={loaded}
        title={t("projects.one")}
        failed={t("projects.failed")}
        onClose={onClose}
      />
    );
  }
  const project = readFragment(projectFragment, row);
  return (
    <SideDrawer opened onClose={onClose} title={project.name}>
      <div className={classes.facts}>
        <StatusBadge status={projectStatus} value={project.status} />
        <HoursBar minutes={row.totalMinutes} budgetMinutes={project.budgetMinutes} />
        {onEdit && (
          <div className={classes.edit}>
            <DeleteButton
              name={project.name}
              onDelete={() => {
                onClose();
                void remove(project);
              }}
            />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPencil size={14} />}
              onClick={onEdit}
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
              {t("field.deadline")}: <DueDate date={project.dueOn} open={isOpen(project)} />
            </span>
          )}
        </p>
      )}
      {project.description && <p className={classes.description}>{project.description}</p>}
      {children}
      <ExternalIds id={id} readOnly={!onEdit} />
    </SideDrawer>
  );
}
