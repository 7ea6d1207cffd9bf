import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { NewestInvoices_CustomerFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { NewestCard } from "../../ui/cards/NewestCard.js";
import { DueDate } from "../../ui/values/DueDate.js";
import { Money } from "../../ui/values/Money.js";
import { invoiceStatus } from "./invoice.operations.js";

const SHOWN = 3;

const invoiceFragment = graphql(`
  fragment NewestInvoice on Invoice {
    id
    number
    state
    dueOn
    total {
      amount
      currency
    }
  }
`);

// One state where the list of invoices has a list of them: the cache keeps the two apart, and this one does not shorten the
// other.
const customerFragment = graphql(`
  fragment NewestInvoices_customer on Customer {
    id
    overdueInvoices: invoices(
      first: 3
      filter: { kind: SALES, state: OVERDUE }
      orderBy: { field: DUE_ON, direction: ASC }
    ) {
      edges {
        node {
          ...NewestInvoice
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    invoices(first: 3) {
      edges {
        node {
          ...NewestInvoice
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Those that are overdue, the oldest first, and the newest ones, with their state, due date and total. */
function NewestInvoices({ customer }: { customer: NewestInvoices_CustomerFragment }) {
  const t = useT();
  const { id, overdueInvoices, invoices } = customer;
  const shown = [...overdueInvoices.edges, ...invoices.edges].map(({ node }) =>
    readFragment(invoiceFragment, node),
  );
  const isFirst = ({ id: own }: (typeof shown)[number], place: number) =>
    shown.findIndex((other) => other.id === own) === place;
  return (
    <NewestCard
      title={t("invoices.title")}
      all={paths.customerDocuments(id, { show: "sales" })}
      empty={t("invoices.none")}
      items={shown
        .filter(isFirst)
        .slice(0, SHOWN)
        .map((invoice) => ({
          id: invoice.id,
          title: invoice.number,
          to: { search: `?invoice=${invoice.id}` },
          end: <Money value={invoice.total} />,
          detail: (
            <>
              {invoice.state !== "OVERDUE" && (
                <StatusBadge status={invoiceStatus} value={invoice.state} />
              )}
              <DueDate date={invoice.dueOn} open={invoice.state === "OVERDUE"} />
            </>
          ),
        }))}
    />
  );
}

/** The newest invoices, as the overview of a customer shows them. */
export const newestInvoices = customerPart(customerFragment, NewestInvoices);
