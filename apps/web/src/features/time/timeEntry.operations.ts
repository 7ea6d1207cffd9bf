import { recordId } from "@clientela/shared/records/fieldRules";
import { timeEntryFields as rules } from "@clientela/shared/work/timeEntryFields";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { TimeEntryFieldsFragment } from "../../gql/graphql.js";
import { defineOperations } from "../../records/defineOperations.js";
import { timeEntryFields } from "./timeEntry.fields.js";

/** An entry of time with what its line shows and its form edits. */
export const timeEntryFragment = graphql(`
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

// The other data that a write of time changes: the hours of its project and of the customer.
graphql(`
  fragment TimeEntryChanged on TimeEntry {
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

const create = graphql(`
  mutation CreateTimeEntry($input: CreateTimeEntryInput!) {
    createTimeEntry(input: $input) {
      timeEntry {
        ...TimeEntryFields
        ...TimeEntryChanged
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateTimeEntry($input: UpdateTimeEntryInput!) {
    updateTimeEntry(input: $input) {
      timeEntry {
        ...TimeEntryFields
        ...TimeEntryChanged
      }
    }
  }
`);

const remove = graphql(`
  mutation DeleteTimeEntry($input: DeleteInput!) {
    deleteTimeEntry(input: $input) {
      timeEntry {
        ...TimeEntryChanged
      }
    }
  }
`);

const restore = graphql(`
  mutation RestoreTimeEntry($input: RestoreInput!) {
    restoreTimeEntry(input: $input) {
      timeEntry {
        ...TimeEntryChanged
      }
    }
  }
`);

const load = graphql(`
  query TimeEntry($id: ID!) {
    node(id: $id) {
      id
      ...TimeEntryFields
    }
  }
`);

/** An entry of time as lines and forms take it. */
export type TimeEntry = TimeEntryFieldsFragment;

/** An entry's fields as a form saves them. */
export interface TimeEntryValues {
  projectId: string;
  workedOn: string;
  minutes: number;
  note: string | null;
  userId: string | null;
}

/** How the time worked for a customer is read and written. */
export const timeEntryOperations = defineOperations({
  write: "time:write",
  fields: timeEntryFields,
  rules: { ...rules, projectId: recordId },
  values: (entry: TimeEntry): TimeEntryValues => ({
    projectId: entry.projectId,
    workedOn: entry.workedOn,
    minutes: entry.minutes,
    note: entry.note ?? null,
    userId: entry.userId ?? null,
  }),
  name: ({ minutes, workedOn }: TimeEntry, { format }) =>
    `${format.hours(minutes)}, ${format.date(workedOn)}`,
  load,
  loaded: ({ node }) =>
    node?.__typename === "TimeEntry" ? readFragment(timeEntryFragment, node) : null,
  create,
  createInput: (values) => values,
  update,
  remove,
  restore,
  lists: [],
  // The entries of the project that it was of, and of the one that it goes to.
  related: (entry, { projectId }) =>
    [entry?.projectId, projectId].map((id) => ({
      __typename: "Project",
      id,
      fieldName: "timeEntries",
    })),
});
