import { PROJECT_STATUSES } from "@clientela/shared/enums";
import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { DateField } from "../../ui/fields/DateField.js";
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
  const hours = project?.budgetMinutes == null ? "" : String(project.budgetMinutes / 60);
  const form = useRecordForm({
    draft: project ? undefined : `project ${customerId}`,
    initial: {
      name: project?.name ?? "",
      status: project?.status ?? ("ACTIVE" as const),
      startsOn: project?.startsOn ?? null,
      dueOn: project?.dueOn ?? null,
      budget: hours && writeDecimal(hours, language),
      description: project?.description ?? "",
    },
    fieldOf: (path) => (path === "budgetMinutes" ? "budget" : path),
    check: ({ name, budget }) => ({
      ...(name.trim() ? {} : { name: t("projects.nameMissing") }),
      ...(budget.trim() && readDecimal(budget, language) === null
        ? { budget: t("ui.notANumber") }
        : {}),
    }),
    send: async ({ budget, description, ...rest }) => {
      const read = budget.trim() ? readDecimal(budget, language) : null;
      const values = {
        ...rest,
        description: description || null,
        budgetMinutes: read === null ? null : Math.round(Number(read) * 60),
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
        <TextField
          label={t("projects.budgetHours")}
          optional
          inputMode="decimal"
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
