import { z } from "zod";
import { graphql } from "../../gql/gql.js";

const MAX_RECENT = 8;
const idsSchema = z.array(z.string()).max(MAX_RECENT);

const keyOf = (userId: string) => `clientela.recentCustomers.${userId}`;

/** The ids of the customers that a person opened last in this browser, the latest first. */
export function recentCustomerIds(userId: string): string[] {
  try {
    return idsSchema.parse(JSON.parse(localStorage.getItem(keyOf(userId)) ?? "[]"));
  } catch {
    // Storage that is off or was written by hand is only a convenience lost.
    return [];
  }
}

/** Remembers that a person opened a customer. */
export function rememberCustomer(userId: string, customerId: string): void {
  const others = recentCustomerIds(userId).filter((id) => id !== customerId);
  try {
    localStorage.setItem(
      keyOf(userId),
      JSON.stringify([customerId, ...others].slice(0, MAX_RECENT)),
    );
  } catch {
    // The same.
  }
}

/** The names of customers by id; those that are gone or hidden meanwhile are null. */
export const recentCustomersQuery = graphql(`
  query RecentCustomers($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Customer {
        displayName
        number
        taxId {
          formatted
        }
        address {
          city
        }
      }
    }
  }
`);
