import { useT } from "../../i18n/useT.js";
import type { FormDrawerProps } from "../../records/RecordDrawers.js";
import { RecordForm } from "../../records/RecordForm.js";
import { FieldPair } from "../../ui/forms/FormDrawer.js";
import { type Project, projectOperations } from "./project.operations.js";

interface ProjectFormProps extends FormDrawerProps<Project> {
  customerId: string;
}

/** Adds a project, or changes one. */
export function ProjectForm({ customerId, record: project, onClose }: ProjectFormProps) {
  const t = useT();
  return (
    <RecordForm
      operations={projectOperations}
      customerId={customerId}
      record={project}
      defaults={{ status: "ACTIVE" }}
      title={project ? t("projects.edit") : t("projects.add")}
      onClose={onClose}
    >
      {({ field }) => (
        <>
          {field("name", { autoFocus: true })}
          <FieldPair>
            {field("status")}
            {field("budgetMinutes", { label: t("projects.budgetHours"), placeholder: "" })}
          </FieldPair>
          <FieldPair>
            {field("startsOn")}
            {field("dueOn")}
          </FieldPair>
          {field("description")}
        </>
      )}
    </RecordForm>
  );
}
