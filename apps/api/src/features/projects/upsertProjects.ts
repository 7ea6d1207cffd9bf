import type { UpsertKind } from "../upserts/upsertKind.js";
import type { Project } from "./project.entity.js";
import { UpsertProjectItem } from "./project.input.js";
import { checkNewProject, checkProjectChanges } from "./project.rules.js";
import { subject } from "./project.service.js";

/** How other systems write projects. */
export const projectUpserts: UpsertKind<Project, UpsertProjectItem> = {
  plural: "Projects",
  subject,
  permission: "projects:write",
  item: UpsertProjectItem,
  takesCustomer: true,
  defaults: { status: "ACTIVE" },
  open: async () => ({
    change: (item, { row }) => ({
      values: row ? checkProjectChanges(item, row) : checkNewProject(item),
    }),
  }),
};
