import { useApolloClient } from "@apollo/client/react";
import { forgetLists } from "../../cache/forgetLists.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { TimeEntryFieldsFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { personName } from "../../session/usePeople.js";
import { changesOf, saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";
import { useTrash } from "../../ui/toasts/useAttempt.js";

/** An entry of time with what its line shows and its form edits. */
export const timeFragment = graphql(`
  fragment TimeEntryFields on TimeEntry {
    id
    version
    workedOn
    minutes
    note
    userId
    user {
      id
      name
    }
    projectId
  }
`);

// What a write of time moves elsewhere: the hours of its project and of the customer.
graphql(`
  fragment TimeEntryMoved on TimeEntry {
    id
    project {
      id
      totalMinutes
    }
    customer {
      id
      summary {
        ...ProjectsCard_summary
      }
    }
  }
`);

const createTimeEntry = graphql(`
  mutation CreateTimeEntry($input: CreateTimeEntryInput!) {
    createTimeEntry(input: $input) {
      timeEntry {
        ...TimeEntryFields
        ...TimeEntryMoved
      }
    }
  }
`);

const updateTimeEntry = graphql(`
  mutation UpdateTimeEntry($input: UpdateTimeEntryInput!) {
    updateTimeEntry(input: $input) {
      timeEntry {
        ...TimeEntryFields
        ...TimeEntryMoved
      }
    }
  }
`);

const deleteTimeEntry = graphql(`
  mutation DeleteTimeEntry($input: DeleteInput!) {
    deleteTimeEntry(input: $input) {
      timeEntry {
        ...TimeEntryMoved
      }
    }
  }
`);

const restoreTimeEntry = graphql(`
  mutation RestoreTimeEntry($input: RestoreInput!) {
    restoreTimeEntry(input: $input) {
      timeEntry {
        ...TimeEntryMoved
      }
    }
  }
`);

const reloadTimeEntry = graphql(`
  query ReloadTimeEntry($id: ID!) {
    node(id: $id) {
      id
      ...TimeEntryFields
    }
  }
`);

/** An entry of time as lines and forms take it. */
export type TimeEntry = TimeEntryFieldsFragment;

/** An entry's fields as the form holds them; empty ones are null. */
export interface TimeValues {
  projectId: string;
  workedOn: string;
  minutes: number;
  note: string | null;
  userId: string | null;
}

function versionedEntry(entry: TimeEntry): Versioned<TimeValues> {
  const { version, projectId, workedOn, minutes, note, userId } = entry;
  return { version, values: { projectId, workedOn, minutes, note, userId } };
}

/** The writes of the time worked for a customer. */
export function useTimeEdits(customerId: string) {
  const client = useApolloClient();
  const t = useT();
  const format = useFormat();
  const trash = useTrash();

  function changed(projectIds: readonly string[]) {
    forgetLists(client.cache, customerId);
    for (const projectId of projectIds) {
      const id = client.cache.identify({ __typename: "Project", id: projectId });
      client.cache.evict({ id, fieldName: "timeEntries" });
    }
  }

  function show(values: TimeValues, field: keyof TimeValues): string {
    if (field === "workedOn") return format.date(values.workedOn);
    if (field === "minutes") return format.hours(values.minutes);
    if (field === "userId") return personName(client, values.userId) ?? "";
    return field === "note" ? (values.note ?? "") : "";
  }

  return {
    create: async (values: TimeValues) => {
      await client.mutate({ mutation: createTimeEntry, variables: { input: { ...values } } });
      changed([values.projectId]);
    },
    update: async (entry: TimeEntry, values: TimeValues) => {
      const base = versionedEntry(entry);
      await saveVersioned<TimeValues>({
        base,
        changes: changesOf(base.values, values),
        send: (version, changes) =>
          client.mutate({
            mutation: updateTimeEntry,
            variables: { input: { id: entry.id, version, ...changes } },
          }),
        reload: async () => {
          const { data } = await client.query({
            query: reloadTimeEntry,
            variables: { id: entry.id },
            fetchPolicy: "network-only",
          });
          if (data?.node?.__typename !== "TimeEntry") throw new Error(t("ui.gone"));
          return versionedEntry(readFragment(timeFragment, data.node));
        },
        labelOf: (field) => t(`field.${field}`),
        show,
      });
      changed([entry.projectId, values.projectId]);
    },
    remove: ({ id, minutes, workedOn, projectId }: TimeEntry) =>
      trash({
        name: `${format.hours(minutes)}, ${format.date(workedOn)}`,
        remove: async () => {
          await client.mutate({ mutation: deleteTimeEntry, variables: { input: { id } } });
          changed([projectId]);
        },
        restore: async () => {
          await client.mutate({ mutation: restoreTimeEntry, variables: { input: { id } } });
          changed([projectId]);
        },
      }),
  };
}
