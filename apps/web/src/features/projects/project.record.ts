import { IconBriefcase } from "@tabler/icons-react";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { projectFields } from "./project.fields.js";

/** Projects, as the app registers them. */
export const projectRecord = defineRecord({
  type: "Project",
  what: "activity.what.Project",
  read: "projects:read",
  write: "projects:write",
  icon: IconBriefcase,
  history: { ...projectFields, externalIds: shown("activity.externalIds") },
  revert: async () => revertBy((await import("./project.operations.js")).projectOperations),
  restore: async () => restoreBy((await import("./project.operations.js")).projectOperations),
  drawers: {
    params: ["project", "editProject"],
    Component: lazyComponent(
      () => import("./ProjectDrawers.js"),
      ({ ProjectDrawers }) => ProjectDrawers,
    ),
  },
  create: [{ label: "projects.one", param: "editProject", value: "new" }],
  lists: [
    {
      tab: "projects",
      show: "projects",
      first: true,
      label: "projects.title",
      Component: lazyComponent(
        () => import("./ProjectsList.js"),
        ({ ProjectsList }) => ProjectsList,
      ),
    },
  ],
});
