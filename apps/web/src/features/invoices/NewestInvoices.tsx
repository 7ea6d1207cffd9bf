import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { NewestCard } from "../../ui/cards/NewestCard.js";
import { DueDate } from "../../ui/values/DueDate.js";
import { Money } from "../../ui/values/Money.js";
import { invoiceStatus } from "./invoice.operations.js";

/** The newest invoices of a customer. */
export const newestInvoicesFragment = graphql(`
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
export function NewestInvoices(props: { customer: FragmentType<typeof newestInvoicesFragment> }) {
  const t = useT();
  const { id, invoices } = readFragment(newestInvoicesFragment, props.customer);
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
