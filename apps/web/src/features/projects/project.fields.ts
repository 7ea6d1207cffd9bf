import { PROJECT_STATUSES } from "@clientela/shared/records/enums";
import { choice, date, minutes, paragraphs, text } from "../../records/fields/fieldKinds.js";

/** The fields of a project, as forms, lists and the history show them. */
export const projectFields = {
  name: text({ label: "field.name", missing: "projects.nameMissing" }),
  description: paragraphs({ label: "field.description", optional: true }),
  status: choice("field.status", PROJECT_STATUSES, (t, status) => t(`projects.status.${status}`)),
  startsOn: date({ label: "field.startsOn", optional: true }),
  dueOn: date({ label: "field.deadline", optional: true }),
  budgetMinutes: minutes({ label: "field.budgetMinutes", optional: true }),
};
