import { graphql } from "../../gql/gql.js";
import type { InboxLineFragment } from "../../gql/graphql.js";
import { paths } from "../../paths.js";

/** A notification as its line shows it. */
export const inboxLineFragment = graphql(`
  fragment InboxLine on Notification {
    id
    kind
    createdAt
    readAt
    actor {
      id
      name
    }
    record {
      id
      ... on Task {
        title
        dueOn
        dueTime
        customerId
        customerName
      }
      ... on Note {
        text
        customer {
          id
          displayName
        }
      }
      ... on Import {
        fileName
        importStatus: status
      }
      ... on Export {
        fileName
        exportStatus: status
      }
    }
  }
`);

/** How many the viewer has not read, at first and at each change. */
export const unreadSubscription = graphql(`
  subscription UnreadNotifications {
    unreadNotifications
  }
`);

/** Marks some as read or unread, or all. */
export const markMutation = graphql(`
  mutation MarkNotifications($input: MarkNotificationsInput!) {
    markNotifications(input: $input) {
      unread
    }
  }
`);

/** Ends the notifications of a customer, or begins them again. */
export const muteMutation = graphql(`
  mutation MuteCustomer($input: MuteCustomerInput!) {
    muteCustomer(input: $input) {
      customer {
        id
        viewerMuted
      }
    }
  }
`);

/** What a notification is about: its words, its customer, and where it is looked at. */
export function aboutOf({ record }: InboxLineFragment) {
  switch (record?.__typename) {
    case "Task": {
      const customer = record.customerId
        ? { id: record.customerId, name: record.customerName ?? "" }
        : null;
      const to = customer
        ? paths.customerRecord(customer.id, record.__typename, record.id)
        : paths.work();
      return { text: record.title, to, customer, due: record, failed: false };
    }
    case "Note": {
      const { id, displayName } = record.customer;
      const to = `${paths.customer(id)}?history=notes`;
      return { text: record.text, to, customer: { id, name: displayName }, failed: false };
    }
    case "Import":
      return {
        ...{ text: record.fileName, to: paths.import(record.id), customer: null },
        failed: record.importStatus === "FAILED",
      };
    case "Export":
      return {
        ...{ text: record.fileName, to: paths.pastExports, customer: null },
        failed: record.exportStatus === "FAILED",
      };
    default:
      return null;
  }
}
