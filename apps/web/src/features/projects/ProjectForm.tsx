import { PROJECT_STATUSES } from "@clientela/shared/records/enums";
import { readDuration, writeDuration } from "../../i18n/duration.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { DateField } from "../../ui/fields/DateField.js";
import { DurationField } from "../../ui/fields/DurationField.js";
import { SelectField } from "../../ui/fields/SelectField.js";
import { TextAreaField } from "../../ui/fields/TextAreaField.js";
import { TextField } from "../../ui/fields/TextField.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { type Project, useProjectEdits } from "./projectEdits.js";

interface ProjectFormProps {
  customerId: string;
  /** The project to change; left out, a new one is made. */
  project?: Project;
  onClose: () => void;
}

/** Adds a project, or changes one. */
export function ProjectForm({ customerId, project, onClose }: ProjectFormProps) {
  const t = useT();
  const language = currentLanguage();
  const edits = useProjectEdits(customerId);
  const minutes = project?.budgetMinutes ?? null;
  const form = useRecordForm({
    draft: project ? `project ${project.id} ${project.version}` : `new project ${customerId}`,
    initial: {
      name: project?.name ?? "",
      status: project?.status ?? ("ACTIVE" as const),
      startsOn: project?.startsOn ?? null,
      dueOn: project?.dueOn ?? null,
      budget: minutes === null ? "" : writeDuration(minutes, language),
      description: project?.description ?? "",
    },
    fieldOf: (path) => (path === "budgetMinutes" ? "budget" : path),
    check: ({ name }) => ({
      ...(name.trim() ? {} : { name: t("projects.nameMissing") }),
    }),
    send: async ({ budget, description, ...rest }) => {
      const values = {
        ...rest,
        description: description || null,
        budgetMinutes: readDuration(budget, language),
      };
      await (project ? edits.update(project, values) : edits.create(values));
      onClose();
    },
  });
  const field = form.form.getInputProps;
  return (
    <FormDrawer
      title={project ? t("projects.edit") : t("projects.add")}
      onClose={onClose}
      form={form}
      submitLabel={project ? t("ui.save") : t("ui.create")}
    >
      <TextField label={t("field.name")} data-autofocus {...field("name")} />
      <FieldPair>
        <SelectField
          label={t("field.status")}
          data={PROJECT_STATUSES.map((one) => ({ value: one, label: t(`projects.status.${one}`) }))}
          {...field("status")}
        />
        <DurationField
          label={t("projects.budgetHours")}
          optional
          placeholder=""
          {...field("budget")}
        />
      </FieldPair>
      <FieldPair>
        <DateField label={t("field.startsOn")} optional {...field("startsOn")} />
        <DateField label={t("field.dueOn")} optional {...field("dueOn")} />
      </FieldPair>
      <TextAreaField label={t("field.description")} optional {...field("description")} />
    </FormDrawer>
  );
}
