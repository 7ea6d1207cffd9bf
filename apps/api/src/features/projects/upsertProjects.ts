import { trashRecords } from "../../platform/records/trash.js";
import type { KindTrash, UpsertKind } from "../upserts/upsertKind.js";
import type { Project } from "./project.entity.js";
import { UpsertProjectItem } from "./project.input.js";
import { checkNewProject, checkProjectChanges } from "./project.rules.js";
import { subject } from "./project.service.js";
import { trashChildren } from "./projectChildren.js";

/** How other systems write projects. */
export const projectUpserts: UpsertKind<Project, UpsertProjectItem> & { trash: KindTrash } = {
  plural: "Projects",
  subject,
  permission: "projects:write",
  item: UpsertProjectItem,
  trash: {
    async move(context, ids) {
      await trashRecords(context, subject, ids);
      await trashChildren(context, ids);
    },
  },
  takesCustomer: true,
  defaults: { status: "ACTIVE" },
  open: async () => ({
    change: (item, { row }) => ({
      values: row ? checkProjectChanges(item, row) : checkNewProject(item),
    }),
  }),
};
