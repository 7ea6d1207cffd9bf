import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { day, number, storedTimes, text } from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { Metric } from "../../platform/lists/metrics.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import type { CustomerTotals } from "../customers/list/totals.type.js";
import { Project } from "./project.entity.js";
import { ProjectFilter, type ProjectOrderField } from "./projectList.input.js";

/** The fields that `projects r` are filtered by. */
const fields = declareFilterFields(ProjectFilter, "projects:read", {
  customer: ofCustomer,
  name: text(sql`r.name`, { description: "What it is called." }),
  description: text(sql`r.description`, { description: "What there is to know." }),
  startsOn: day(sql`r.starts_on`, { description: "When it starts." }),
  dueOn: day(sql`r.due_on`, { description: "When it is due." }),
  budgetMinutes: number(sql`r.budget_minutes`, { description: "How long it may take." }),
  ...storedTimes,
});

function statedConditions(filter: ProjectFilter): Sql[] {
  const where = allWordsIn(sql`r.name_key`, filter.search);
  if (filter.status) where.push(sql`r.status = ANY(${filter.status}::text[])`);
  return where;
}

/** The conditions on `r` for projects that a filter lets through. */
const projectConditions = conditionsOf(fields, statedConditions);

/** Lists of projects. */
export const projectList: ListDefinition<Project, ProjectFilter, ProjectOrderField> = {
  type: Project,
  where: projectConditions,
  sortKeys: {
    NAME: { sql: sql`r.name_key`, type: "text" },
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    UPDATED_AT: { sql: sql`r.updated_at`, type: "timestamptz" },
    STARTS_ON: { sql: sql`coalesce(r.starts_on, 'infinity'::date)`, type: "date" },
    DUE_ON: { sql: sql`coalesce(r.due_on, 'infinity'::date)`, type: "date" },
  },
  defaultOrder: { field: "CREATED_AT", direction: OrderDirection.DESC },
};

/** Finds customers by their projects. */
export const customersByProjects = customersWith("projects", "projects:read", {
  type: Project,
  input: ProjectFilter,
  where: projectConditions,
  description: "By its projects.",
});

/** What must hold of `projects r` for callers to see it. */
export const visibleProject = sql`r.deleted_at IS NULL AND ${ofLiveCustomer}`;

/** Matches rows `r` whose project callers can see. */
export const ofVisibleProject = sql`EXISTS (
  SELECT 1 FROM projects p JOIN customers c ON c.id = p.customer_id
  WHERE p.id = r.project_id AND p.deleted_at IS NULL AND c.deleted_at IS NULL)`;

/** Projects by id. */
export const projectById = rowsById(Project, [visibleProject]);

/** The first projects of customers. */
export const projectsByCustomer = pagesByOwner(projectList, "customer_id");

const isActive = sql`p.status = 'ACTIVE'`;

/** How many projects a customer has. */
export const projectCounts = new Metric<{ count: number; active: number }>(
  "projects",
  "Customer",
  () => sql`
    SELECT count(*) AS count, count(*) FILTER (WHERE ${isActive}) AS active
    FROM projects p WHERE p.customer_id = k.id AND p.deleted_at IS NULL`,
);

/** The number of active projects of all selected customers. */
export async function activeProjectsOf(
  context: Context,
  customers: CustomerTotals,
): Promise<number> {
  const row = await context.db.row<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM projects p
    WHERE p.customer_id IN (${customers.ids(context)}) AND p.deleted_at IS NULL AND ${isActive}`);
  return row?.count ?? 0;
}

/** Each active project, as 1 for its customer. */
export const eachActiveProject = sql`
  SELECT p.customer_id AS id, 1 AS amount FROM projects p WHERE p.deleted_at IS NULL AND ${isActive}`;
