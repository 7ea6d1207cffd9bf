import { IconFileInvoice } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { InvoiceRowFragment, InvoicesPageQuery } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { RecordsPage } from "../../records/list/RecordsPage.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { invoiceRowFragment, invoiceStatus } from "./invoice.operations.js";
import { invoiceChoices } from "./invoiceChoices.js";
import { invoiceColumns } from "./invoiceColumns.js";

const query = graphql(`
  query InvoicesPage($after: String, $filter: InvoiceFilter, $orderBy: InvoiceOrder) {
    invoices(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
      edges {
        node {
          id
          ...InvoiceRow
          customer {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

type Node = InvoicesPageQuery["invoices"]["edges"][number]["node"];

const read = (node: Node): InvoiceRowFragment & Pick<Node, "customer"> => ({
  ...readFragment(invoiceRowFragment, node),
  customer: node.customer,
});

const shows = ["sales", "purchases"] as const;

/** The sales and the purchase invoices of all customers. */
export function Component() {
  const t = useT();
  const [search] = useSearchParams();
  const show = shows.find((one) => one === search.get("show")) ?? "sales";
  const kind = show === "sales" ? "SALES" : "PURCHASE";
  return (
    <RecordsPage
      query={query}
      connection={({ invoices }) => invoices}
      read={read}
      show={show}
      choices={invoiceChoices(kind)}
      columns={invoiceColumns}
      status={invoiceStatus}
      rowName={({ number }) => number}
      pathOf={({ id, customer }) => paths.customerInvoice(customer.id, { id, kind })}
      icon={IconFileInvoice}
      texts="invoices"
      amounts={{ total: ({ total }) => total, balance: ({ balance }) => balance }}
    >
      <FilterLinks
        look="segments"
        label={t("invoices.title")}
        links={shows.map((one) => ({
          to: paths.invoices({ show: one }),
          label: t(`invoices.${one}`),
          active: one === show,
        }))}
      />
    </RecordsPage>
  );
}
