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

const customerFragment = graphql(`
  fragment NewestInvoices_customer on Customer {
    id
    invoices(first: 3) {
      edges {
        node {
          id
          number
          state
          dueOn
          total {
            amount
            currency
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The newest invoices with their state, due date and total. */
function NewestInvoices({ customer }: { customer: NewestInvoices_CustomerFragment }) {
  const t = useT();
  const { id, invoices } = customer;
  return (
    <NewestCard
      title={t("invoices.title")}
      all={paths.customerDocuments(id, { show: "sales" })}
      empty={t("invoices.none")}
      items={invoices.edges.slice(0, 3).map(({ node }) => ({
        id: node.id,
        title: node.number,
        to: { search: `?invoice=${node.id}` },
        end: <Money value={node.total} />,
        detail: (
          <>
            <StatusBadge status={invoiceStatus} value={node.state} />
            <DueDate date={node.dueOn} open={node.state === "OVERDUE"} />
          </>
        ),
      }))}
    />
  );
}

/** The newest invoices, as the overview of a customer shows them. */
export const newestInvoices = customerPart(customerFragment, NewestInvoices);
