import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { eraseTexts } from "../customers/data-deletion/eraseTexts.js";
import { deletionResolver } from "../upserts/deletion.resolver.js";
import { upsertResolver } from "../upserts/upsert.resolver.js";
import { CustomerProjects, ProjectEdges, ProjectMetrics, ProjectTotals } from "./project.edges.js";
import { Project } from "./project.entity.js";
import { projectExporter } from "./project.exporter.js";
import { projectImporter } from "./project.importer.js";
import { customersByProjects, projectById, projectCounts } from "./project.list.js";
import { ProjectResolver } from "./project.resolver.js";
import { subject } from "./project.service.js";
import { activeProjectsRange, byActiveProjects } from "./projectCustomerOrder.js";
import { projectSearch } from "./projectSearch.js";
import { projectUpserts } from "./upsertProjects.js";

/** Projects: work for customers. */
export const projects: Feature = {
  name: "projects",
  eraser: eraseTexts(Project, "description"),
  entities: [Project],
  resolvers: [
    ProjectResolver,
    upsertResolver(projectUpserts),
    deletionResolver(projectUpserts),
    CustomerProjects,
    ProjectEdges,
    ProjectMetrics,
    ProjectTotals,
  ],
  search: [projectSearch],
  nodes: [
    {
      type: Project,
      table: "projects",
      permission: "projects:read",
      byId: projectById,
      externalIds: externalIdWrites(subject, "projects:write"),
    },
  ],
  metrics: [projectCounts],
  listExtensions: [
    {
      list: "Customer",
      filters: [customersByProjects, activeProjectsRange],
      orders: [byActiveProjects],
    },
  ],
  trash: [
    {
      recordType: "Project",
      type: Project,
      name: sql`r.name`,
      where: [ofLiveCustomer],
      permission: "projects:write",
    },
  ],
  ownedRecords: [{ type: Project, permission: "projects:read" }],
  importer: projectImporter,
  exporter: projectExporter,
};
