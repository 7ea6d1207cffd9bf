import { useApolloClient } from "@apollo/client/react";
import type { ProjectStatus } from "@clientela/shared/records/enums";
import { forgetLists } from "../../cache/forgetLists.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ProjectFieldsFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { changesOf, saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";
import { useTrash } from "../../ui/toasts/useAttempt.js";

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

const createProject = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      project {
        id
        ...ProjectRow
        customer {
          id
          summary {
            ...ProjectsCard_summary
          }
        }
      }
    }
  }
`);

const updateProject = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
        id
        ...ProjectRow
        customer {
          id
          summary {
            ...ProjectsCard_summary
          }
        }
      }
    }
  }
`);

const deleteProject = graphql(`
  mutation DeleteProject($input: DeleteInput!) {
    deleteProject(input: $input) {
      project {
        id
        customer {
          id
          summary {
            ...ProjectsCard_summary
            ...TasksCard_summary
          }
        }
      }
    }
  }
`);

const restoreProject = graphql(`
  mutation RestoreProject($input: RestoreInput!) {
    restoreProject(input: $input) {
      project {
        id
        customer {
          id
          summary {
            ...ProjectsCard_summary
            ...TasksCard_summary
          }
        }
      }
    }
  }
`);

const reloadProject = graphql(`
  query ReloadProject($id: ID!) {
    node(id: $id) {
      id
      ...ProjectFields
    }
  }
`);

/** A project as forms take it. */
export type Project = ProjectFieldsFragment;

/** A project's fields as the form holds them; empty ones are null. */
export interface ProjectValues {
  name: string;
  description: string | null;
  status: ProjectStatus;
  startsOn: string | null;
  dueOn: string | null;
  budgetMinutes: number | null;
}

function versionedProject(project: Project): Versioned<ProjectValues> {
  const { version, name, description, status, startsOn, dueOn, budgetMinutes } = project;
  return { version, values: { name, description, status, startsOn, dueOn, budgetMinutes } };
}

/** The writes of a customer's projects. */
export function useProjectEdits(customerId: string) {
  const client = useApolloClient();
  const t = useT();
  const format = useFormat();
  const trash = useTrash();
  const changed = () => forgetLists(client.cache, customerId, ["projects"]);

  function show(values: ProjectValues, field: keyof ProjectValues): string {
    const value = values[field];
    if (value === null) return "";
    if (field === "status") return t(`projects.status.${values.status}`);
    if (field === "budgetMinutes") return format.hours(Number(value));
    return field === "startsOn" || field === "dueOn" ? format.date(String(value)) : String(value);
  }

  return {
    create: async (values: ProjectValues) => {
      await client.mutate({
        mutation: createProject,
        variables: { input: { customerId, ...values } },
      });
      changed();
    },
    update: async (project: Project, values: Partial<ProjectValues>) => {
      const base = versionedProject(project);
      await saveVersioned<ProjectValues>({
        base,
        changes: changesOf(base.values, { ...base.values, ...values }),
        send: (version, changes) =>
          client.mutate({
            mutation: updateProject,
            variables: { input: { id: project.id, version, ...changes } },
          }),
        reload: async () => {
          const { data } = await client.query({
            query: reloadProject,
            variables: { id: project.id },
            fetchPolicy: "network-only",
          });
          if (data?.node?.__typename !== "Project") throw new Error(t("ui.gone"));
          return versionedProject(readFragment(projectFragment, data.node));
        },
        labelOf: (field) => t(`field.${field}`),
        show,
      });
      changed();
    },
    remove: ({ id, name }: Project) =>
      trash({
        name,
        remove: async () => {
          await client.mutate({ mutation: deleteProject, variables: { input: { id } } });
          forgetLists(client.cache, customerId, ["projects", "tasks"]);
        },
        restore: async () => {
          await client.mutate({ mutation: restoreProject, variables: { input: { id } } });
          forgetLists(client.cache, customerId, ["projects", "tasks"]);
        },
      }),
  };
}
