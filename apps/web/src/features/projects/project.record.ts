import { IconBriefcase } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { newestProjects } from "./NewestProjects.js";
import { projectsCard } from "./ProjectsCard.js";
import { projectFields } from "./project.fields.js";

const nameFragment = graphql(`
  fragment ProjectName on Project {
    name
  }
`);

// The empty filter keeps the count apart from the lists in the cache, which would seem to be empty.
const countFragment = graphql(`
  fragment ProjectsCount on Customer {
    projects(first: 1, filter: {}) {
      totalCount
    }
  }
`);

/** Projects, as the app registers them. */
export const projectRecord = defineRecord({
  type: "Project",
  what: "activity.what.Project",
  read: "projects:read",
  write: "projects:write",
  icon: IconBriefcase,
  searched: true,
  history: { ...projectFields, externalIds: shown("activity.externalIds") },
  details: recordPart("Project", nameFragment, ({ name }) => ({ name })),
  counted: {
    tab: "projects",
    total: recordPart("Customer", countFragment, ({ projects }) => projects.totalCount),
  },
  card: { ...projectsCard, place: 1 },
  newest: { ...newestProjects, place: 1 },
  revert: async () => revertBy((await import("./project.operations.js")).projectOperations),
  restore: async () => restoreBy((await import("./project.operations.js")).projectOperations),
  drawers: {
    params: ["project", "editProject"],
    Component: lazyComponent(() => import("./ProjectDrawers.js"), "ProjectDrawers"),
  },
  create: [{ label: "projects.one", param: "editProject", value: "new" }],
  lists: [
    {
      tab: "projects",
      show: "projects",
      first: true,
      label: "projects.title",
      Component: lazyComponent(() => import("./ProjectsList.js"), "ProjectsList"),
    },
  ],
});
