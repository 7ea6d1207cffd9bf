import type { ApolloClient } from "@apollo/client";
import { graphql } from "../../../gql/gql.js";
import type { AccountsPageQuery, AccountsPageQueryVariables } from "../../../gql/graphql.js";
import { KeysetRows } from "../../../keyset/KeysetRows.js";

const page = graphql(`
  query AccountsPage(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: CustomerFilter
    $orderBy: CustomerOrder
    $withTotal: Boolean!
    $receivables: Boolean!
  ) {
    customers(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      edges {
        cursor
        node {
          id
          legalName
          email
          owner {
            id
            name
          }
          summary {
            receivables @include(if: $receivables) {
              ...AgedAccount
            }
            payables @skip(if: $receivables) {
              ...AgedAccount
            }
          }
          ...NextPromise_customer @include(if: $receivables)
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

/** What is open of a customer in one currency. */
export const agedAccount = graphql(`
  fragment AgedAccount on Ageing {
    currency
    total {
      amount
      currency
    }
    overdue {
      amount
      currency
    }
    notDue {
      amount
      currency
    }
    days1To30 {
      amount
      currency
    }
    days31To60 {
      amount
      currency
    }
    days61To90 {
      amount
      currency
    }
    over90 {
      amount
      currency
    }
    oldestDueOn
  }
`);

/** A customer with what is open of it. */
export type AccountRow = AccountsPageQuery["customers"]["edges"][number]["node"];

/** Which customers, and whether what they owe or are owed. */
export type AccountVariables = Pick<
  AccountsPageQueryVariables,
  "filter" | "orderBy" | "receivables"
>;

/** The customers of whom something is open. */
export function accountRowsOf(
  client: ApolloClient,
  variables: AccountVariables,
): KeysetRows<AccountRow> {
  return new KeysetRows({
    watch(request, received, failed, known) {
      const subscription = client
        .watchQuery({
          query: page,
          variables: { ...variables, ...request },
          fetchPolicy: known ? "cache-first" : "network-only",
          nextFetchPolicy: "cache-first",
          notifyOnNetworkStatusChange: false,
        })
        .subscribe(({ data, dataState, error }) => {
          if (error) failed(error);
          if (dataState !== "complete") return;
          const { edges, pageInfo, estimatedCount } = data.customers;
          received({
            edges,
            ...pageInfo,
            total: estimatedCount?.value,
            isEstimate: estimatedCount?.exact === false,
          });
        });
      return () => subscription.unsubscribe();
    },
  });
}
