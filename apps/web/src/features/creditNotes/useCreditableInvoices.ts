import { useQuery } from "@apollo/client/react";
import { graphql } from "../../gql/gql.js";
import type { CreditableInvoicesQuery } from "../../gql/graphql.js";

const query = graphql(`
  query CreditableInvoices($id: ID!) {
    customer(id: $id) {
      id
      invoices(
        first: 100
        filter: { state: [OVERDUE, AUTHORIZED, PAID] }
        orderBy: { field: ISSUED_ON, direction: DESC }
      ) {
        nodes {
          id
          number
          kind
          currency
          balance {
            amount
            currency
          }
        }
      }
    }
  }
`);

/** An invoice that can be credited. */
export type CreditableInvoice = NonNullable<
  CreditableInvoicesQuery["customer"]
>["invoices"]["nodes"][number];

/** The newest invoices of a customer that can be credited. */
export function useCreditableInvoices(customerId: string): readonly CreditableInvoice[] {
  const { data } = useQuery(query, { variables: { id: customerId } });
  return data?.customer?.invoices.nodes ?? [];
}
