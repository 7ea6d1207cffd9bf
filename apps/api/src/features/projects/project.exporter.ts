import { projectsSheet } from "@clientela/shared/projects/projects.sheet";
import sql from "sql-template-tag";
import { relatedExporter } from "../customers/spreadsheet/relatedExporter.js";

/** How projects go out into sheets. */
export const projectExporter = relatedExporter({
  recordType: "PROJECT",
  sheet: projectsSheet,
  permission: "projects:read",
  table: "projects",
  values: sql`x.id, x.name, x.description, x.status, x.starts_on AS "startsOn", x.due_on AS "dueOn",
    x.budget_minutes AS "budgetMinutes"`,
});
