import { projectsSheet } from "@clientela/shared/projects.sheet";
import sql from "sql-template-tag";
import type { Exporter } from "../../platform/exporter.js";
import { rowsOfChosenCustomers, showCustomer } from "../customers/customer.related.js";

/** How projects go out into sheets. */
export const projectExporter: Exporter = {
  kind: "PROJECTS",
  sheet: projectsSheet,
  permission: "projects:read",
  show: showCustomer,
  rows: (question, context) =>
    rowsOfChosenCustomers(question, context, {
      from: sql`JOIN projects x ON x.customer_id = c.id`,
      values: sql`x.id, x.name, x.description, x.status, x.starts_on AS "startsOn", x.due_on AS "dueOn",
        x.budget_minutes AS "budgetMinutes"`,
    }),
};
