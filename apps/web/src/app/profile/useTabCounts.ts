import { useQuery } from "@apollo/client/react";
import { graphql } from "../../gql/gql.js";
import { useViewer } from "../../session/viewer.js";
import type { TabCounts } from "./ProfileTabs.js";

// The empty filter keeps these counts apart from the lists in the cache, which would seem to be empty.
const query = graphql(`
  query TabCounts(
    $id: ID!
    $seesProjects: Boolean!
    $seesOrders: Boolean!
    $seesInvoices: Boolean!
    $seesDeals: Boolean!
    $seesQuotes: Boolean!
    $seesFiles: Boolean!
  ) {
    customer(id: $id) {
      id
      projects(first: 1, filter: {}) @include(if: $seesProjects) {
        totalCount
      }
      orders(first: 1, filter: {}) @include(if: $seesOrders) {
        totalCount
      }
      invoices(first: 1, filter: {}) @include(if: $seesInvoices) {
        totalCount
      }
      deals(first: 1, filter: {}) @include(if: $seesDeals) {
        totalCount
      }
      quotes(first: 1, filter: {}) @include(if: $seesQuotes) {
        totalCount
      }
      files(first: 1, filter: {}) @include(if: $seesFiles) {
        totalCount
      }
    }
  }
`);

/** The number of records in each tab that the viewer may see. */
export function useTabCounts(id: string): TabCounts {
  const { permissions } = useViewer();
  const { data, previousData } = useQuery(query, {
    variables: {
      id,
      seesProjects: permissions.has("projects:read"),
      seesOrders: permissions.has("orders:read"),
      seesInvoices: permissions.has("invoices:read"),
      seesDeals: permissions.has("deals:read"),
      seesQuotes: permissions.has("quotes:read"),
      seesFiles: permissions.has("files:read"),
    },
  });
  const customer = (data ?? previousData)?.customer;
  if (!customer) return {};
  const { projects, orders, invoices, deals, quotes, files } = customer;
  const sum = (...lists: ({ totalCount: number } | undefined)[]) =>
    lists.reduce((all, list) => all + (list?.totalCount ?? 0), 0);
  return {
    projects: sum(projects),
    documents: sum(orders, invoices),
    deals: sum(deals, quotes),
    files: sum(files),
  };
}
