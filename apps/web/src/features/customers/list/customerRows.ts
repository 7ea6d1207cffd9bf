import type { ApolloClient } from "@apollo/client";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type {
  CustomerRow_CustomerFragment,
  CustomersPageQueryVariables,
} from "../../../gql/graphql.js";
import { KeysetRows } from "../../../keyset/KeysetRows.js";
import type { PageRequest, RowSource } from "../../../keyset/rowSource.js";
import type { PermissionSet } from "../../../session/viewer.js";
import { isAgeing } from "./mayShow.js";

/** What a row of the list shows. */
export const customerRow = graphql(`
  fragment CustomerRow_customer on Customer {
    id
    number
    legalName
    tradeName
    status
    email
    phone
    createdAt
    updatedAt
    taxId {
      country
      kind
      formatted
    }
    address {
      city
      region
      country
    }
    owner {
      id
      name
    }
    tags
    summary {
      lastActivityAt @include(if: $activity)
      projects @include(if: $projects) {
        active
        totalMinutes
      }
      tasks @include(if: $tasks) {
        overdue
      }
      orders @include(if: $orders) {
        total {
          count
        }
        finalized {
          count
        }
      }
      invoices @include(if: $invoices) {
        authorized {
          count
          amounts {
            amount
            currency
          }
        }
        overdue {
          count
          amounts {
            amount
            currency
          }
        }
      }
      receivables @include(if: $ageing) {
        ...RowAgeing
      }
      payables @include(if: $ageing) {
        ...RowAgeing
      }
    }
  }
`);

const page = graphql(`
  query CustomersPage(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $search: String
    $filter: CustomerFilter
    $orderBy: CustomerOrder
    $withTotal: Boolean!
    $activity: Boolean!
    $projects: Boolean!
    $tasks: Boolean!
    $orders: Boolean!
    $invoices: Boolean!
    $ageing: Boolean!
  ) {
    customers(
      first: $first
      after: $after
      last: $last
      before: $before
      search: $search
      filter: $filter
      orderBy: $orderBy
    ) {
      edges {
        cursor
        node {
          id
          ...CustomerRow_customer
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
      }
      estimatedCount @include(if: $withTotal) {
        value
        exact
      }
    }
  }
`);

const cursorAt = graphql(`
  query CustomersCursor(
    $row: Int!
    $search: String
    $filter: CustomerFilter
    $orderBy: CustomerOrder
  ) {
    customerCursorAt(row: $row, search: $search, filter: $filter, orderBy: $orderBy)
  }
`);

const countAll = graphql(`
  query CustomersCount($search: String, $filter: CustomerFilter) {
    customers(first: 0, search: $search, filter: $filter) {
      totalCount
    }
  }
`);

/** The metrics to load. */
type MetricVariables = Pick<
  CustomersPageQueryVariables,
  "activity" | "projects" | "tasks" | "orders" | "invoices" | "ageing"
>;

/**
 * The metrics that a person may see; the API refuses the others.
 * @param columns those on screen: ageing, which most lists do not show, is loaded for its columns alone
 */
export function metricsOf(
  permissions: PermissionSet,
  columns: readonly string[] = [],
): MetricVariables {
  return {
    activity: permissions.has("activity:read"),
    projects: permissions.has("projects:read"),
    tasks: permissions.has("tasks:read"),
    orders: permissions.has("orders:read"),
    invoices: permissions.has("invoices:read"),
    ageing: permissions.has("invoices:read") && columns.some(isAgeing),
  };
}

/** A row of the list. */
export type CustomerRow = CustomerRow_CustomerFragment;

/** The rows of one list, as `useCustomerRows` keeps them. */
export type CustomerRows = KeysetRows<CustomerRow>;

type ListVariables = Pick<CustomersPageQueryVariables, "search" | "filter" | "orderBy"> &
  MetricVariables;

function sourceOf(client: ApolloClient, listVariables: ListVariables): RowSource<CustomerRow> {
  return {
    watch(request: PageRequest, received, failed, known) {
      const subscription = client
        .watchQuery({
          query: page,
          variables: { ...listVariables, ...request },
          fetchPolicy: known ? "cache-first" : "network-only",
          nextFetchPolicy: "cache-first",
          notifyOnNetworkStatusChange: false,
        })
        .subscribe(({ data, dataState, error }) => {
          if (error) failed(error);
          if (dataState !== "complete") return;
          const { edges, pageInfo, estimatedCount } = data.customers;
          received({
            edges: edges.map(({ cursor, node }) => ({
              cursor,
              node: readFragment(customerRow, node),
            })),
            ...pageInfo,
            total: estimatedCount?.value,
            isEstimate: estimatedCount?.exact === false,
          });
        });
      return () => subscription.unsubscribe();
    },
    async cursorAt(row) {
      const { search, filter, orderBy } = listVariables;
      const { data } = await client.query({
        query: cursorAt,
        variables: { row, search, filter, orderBy },
        fetchPolicy: "no-cache",
      });
      return data?.customerCursorAt ?? null;
    },
    async count() {
      const { search, filter } = listVariables;
      const { data } = await client.query({
        query: countAll,
        variables: { search, filter },
        fetchPolicy: "no-cache",
      });
      if (!data) throw new Error("no response");
      return data.customers.totalCount;
    },
  };
}

const keptLists = 6;
const kept = new WeakMap<ApolloClient, Map<string, CustomerRows>>();

/** The rows of a list; those of the last few are kept, so that Back finds them as they were. */
export function customerRowsOf(client: ApolloClient, listVariables: ListVariables): CustomerRows {
  const lists = kept.get(client) ?? new Map<string, CustomerRows>();
  kept.set(client, lists);
  const key = JSON.stringify(listVariables);
  const rows = lists.get(key) ?? new KeysetRows(sourceOf(client, listVariables));
  lists.delete(key);
  lists.set(key, rows);
  const [oldest] = lists.keys();
  if (lists.size > keptLists && oldest !== undefined) lists.delete(oldest);
  return rows;
}
