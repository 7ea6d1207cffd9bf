import { projectDatesIssue } from "@clientela/shared/projects/projectFields";
import { projectsSheet } from "@clientela/shared/projects/projects.sheet";
import sql from "sql-template-tag";
import type { Importer, RowIssue } from "../../platform/sheets/importer.js";
import { columnIn } from "../../platform/sheets/importRow.js";
import { anotherFits, byRecordId, recordIdKey } from "../customers/spreadsheet/byRecordId.js";
import {
  customerParent,
  customerReferenceKeys,
  readRelated,
} from "../customers/spreadsheet/customerReference.js";
import {
  importedExternalIds,
  repeatedExternalId,
} from "../customers/spreadsheet/importExternalIds.js";
import { Project } from "./project.entity.js";

const COLUMN_BY_FIELD: Readonly<Record<string, string>> = {
  name: "name",
  description: "description",
  status: "status",
  startsOn: "starts_on",
  dueOn: "due_on",
  budgetMinutes: "budget_minutes",
};

const isAnother = sql`c.name_key <> s.name AND o.name_key = s.name`;
const externalIds = importedExternalIds({
  type: Project,
  label: "o.name",
  doubt: anotherFits("projects", isAnother),
});

const dateOf = (value: unknown) => (typeof value === "string" ? value : null);

/** How projects come in from sheets. */
export const projectImporter: Importer = {
  recordType: "PROJECT",
  sheet: projectsSheet,
  permission: "projects:write",
  readPermission: "projects:read",
  async openRows(_db, _organisation, idSource) {
    return (row) => {
      const issues: RowIssue[] = [];
      const values = readRelated(row, COLUMN_BY_FIELD, idSource);
      const { startsOn, dueOn } = row.fields;
      const code = projectDatesIssue({ startsOn: dateOf(startsOn), dueOn: dateOf(dueOn) });
      if (code) issues.push({ field: "dueOn", code, severity: "error" });
      return { values, issues };
    };
  },
  columnOf: columnIn(COLUMN_BY_FIELD),
  table: {
    type: Project,
    recordType: "Project",
    writes: {
      name: "text",
      description: "text",
      status: "text",
      startsOn: "date",
      dueOn: "date",
      budgetMinutes: "integer",
    },
    defaults: { status: "coalesce(v.status, 'ACTIVE')" },
    keys: {
      ...customerReferenceKeys,
      ...recordIdKey,
      ...externalIds.keys,
      name: sql`fold(r."values"->>'name')`,
    },
    parent: customerParent,
    label: "o.name",
    matchStrategies: [
      byRecordId("projects", isAnother),
      externalIds.strategy,
      {
        matchKey: "NAME",
        keys: ["name"],
        find: () => sql`
          SELECT s.line, c.id FROM staged s
          JOIN projects c ON c.customer_id = s.customer_id AND c.name_key = s.name WHERE c.deleted_at IS NULL`,
      },
    ],
    noRepeats: [
      { keys: ["record_id"] },
      repeatedExternalId,
      { keys: ["name", "customer_id"], amongNew: true },
    ],
    owned: [externalIds.owned],
    parts: [externalIds.part],
    refusals: [
      {
        field: "dueOn",
        code: "before_start",
        when: "coalesce(v.due_on, c.due_on) < coalesce(v.starts_on, c.starts_on)",
      },
    ],
  },
};
