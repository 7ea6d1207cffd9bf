import {
  projectDatesIssue,
  projectFields as rules,
} from "@clientela/shared/projects/projectFields";
import { PROJECT_STATUSES, type ProjectStatus } from "@clientela/shared/records/enums";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ProjectFieldsFragment } from "../../gql/graphql.js";
import { defineOperations } from "../../records/defineOperations.js";
import type { RecordStatus } from "../../records/recordStatus.js";
import { projectFields } from "./project.fields.js";

/** A project with what a form edits. */
export const projectFragment = graphql(`
  fragment ProjectFields on Project {
    id
    version
    name
    description
    status
    startsOn
    dueOn
    budgetMinutes
  }
`);

/** A project in a list. */
export const projectRowFragment = graphql(`
  fragment ProjectRow on Project {
    ...ProjectFields
    totalMinutes
    openTasks
  }
`);

// The other data that a write of a project changes: its tasks are deleted and restored with it.
graphql(`
  fragment ProjectChanged on Project {
    id
    customer {
      id
      summary {
        ...ProjectsCard_summary
        ...TasksCard_summary
      }
    }
  }
`);

const load = graphql(`
  query Project($id: ID!) {
    node(id: $id) {
      id
      ...ProjectFields
    }
  }
`);

const create = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      project {
        ...ProjectRow
        ...ProjectChanged
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
        ...ProjectRow
        ...ProjectChanged
      }
    }
  }
`);

const remove = graphql(`
  mutation DeleteProject($input: DeleteInput!) {
    deleteProject(input: $input) {
      project {
        ...ProjectChanged
      }
    }
  }
`);

const restore = graphql(`
  mutation RestoreProject($input: RestoreInput!) {
    restoreProject(input: $input) {
      project {
        ...ProjectChanged
      }
    }
  }
`);

/** A project as forms take it. */
export type Project = ProjectFieldsFragment;

type ProjectInList = Pick<Project, "id" | "version" | "name" | "status">;

/** A project's fields as a form saves them. */
export interface ProjectValues {
  name: string;
  description: string | null;
  status: ProjectStatus;
  startsOn: string | null;
  dueOn: string | null;
  budgetMinutes: number | null;
}

/** How projects are read and written. */
export const projectOperations = defineOperations({
  write: "projects:write",
  fields: projectFields,
  rules,
  check: (values: ProjectValues) => ({ dueOn: projectDatesIssue(values) }),
  values: (project: Project): ProjectValues => ({
    name: project.name,
    description: project.description ?? null,
    status: project.status,
    startsOn: project.startsOn ?? null,
    dueOn: project.dueOn ?? null,
    budgetMinutes: project.budgetMinutes ?? null,
  }),
  name: ({ name }: ProjectInList) => name,
  load,
  loaded: ({ node }) =>
    node?.__typename === "Project" ? readFragment(projectFragment, node) : null,
  create,
  createInput: (values, customerId) => ({ customerId, ...values }),
  update,
  remove,
  restore,
  lists: ["projects"],
  ownedLists: ["tasks"],
});

/** A project may go on to any other status. */
export const projectStatus: RecordStatus<ProjectInList, ProjectValues, ProjectStatus> = {
  shown: ({ status }) => status,
  tones: { PLANNED: "violet", ACTIVE: "blue", ON_HOLD: "amber", DONE: "green", CANCELLED: "grey" },
  struck: "CANCELLED",
  label: (t, status) => t(`projects.status.${status}`),
  next: ({ status }) => PROJECT_STATUSES.filter((one) => one !== status),
  before: ({ status }) => ({ status }),
  change: (status) => ({ status }),
};

/** Whether a project is still worked on, so that its due date matters. */
export const isOpen = ({ status }: Pick<Project, "status">): boolean =>
  status !== "DONE" && status !== "CANCELLED";
