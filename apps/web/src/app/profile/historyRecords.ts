import type { HistoryRecords } from "../../features/activity/historyRecords.js";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { records } from "../records.js";

/** What the history selects of the record that something was done to: what people call it. */
const recordFragment = graphql(`
  fragment ActivityRecord on Node {
    __typename
    id
    ... on Customer {
      taxId {
        country
      }
    }
    ... on Contact {
      contactName: name
    }
    ... on Project {
      projectName: name
    }
    ... on Task {
      taskTitle: title
    }
    ... on Invoice {
      invoiceNumber: number
    }
    ... on Deal {
      dealTitle: title
    }
    ... on Quote {
      quoteNumber: number
    }
    ... on Order {
      orderNumber: number
    }
    ... on File {
      fileName: name
    }
  }
`);

function detailsOf(masked: FragmentType<typeof recordFragment> | null | undefined) {
  const record = readFragment(recordFragment, masked);
  switch (record?.__typename) {
    case "Customer":
      return { country: record.taxId?.country };
    case "Contact":
      return { name: record.contactName };
    case "Project":
      return { name: record.projectName };
    case "Task":
      return { name: record.taskTitle };
    case "Invoice":
      return { name: record.invoiceNumber };
    case "Deal":
      return { name: record.dealTitle };
    case "Quote":
      return { name: record.quoteNumber };
    case "Order":
      return { name: record.orderNumber };
    case "File":
      return { name: record.fileName };
    default:
      return {};
  }
}

/** The registered kinds of record, as the history takes them. */
export const historyRecords: HistoryRecords = { definitions: records, detailsOf };
