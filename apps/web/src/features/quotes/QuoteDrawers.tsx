import { Button } from "@mantine/core";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { DocumentView } from "../../records/documents/DocumentView.js";
import { RecordDrawers, type ViewDrawerProps } from "../../records/RecordDrawers.js";
import { useRecord } from "../../records/useRecord.js";
import { useMay } from "../../session/viewer.js";
import { QuoteForm } from "./QuoteForm.js";
import { isOrderable, quoteFragment, quoteOperations, quoteStatus } from "./quote.operations.js";
import { useOrderQuote } from "./useOrderQuote.js";
import { Validity } from "./Validity.js";

const query = graphql(`
  query QuoteDrawers($id: ID!, $seesOrders: Boolean!) {
    quote(id: $id) {
      id
      ...QuoteFields
      orders(first: 5) @include(if: $seesOrders) {
        edges {
          node {
            id
            number
            status
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

interface QuoteDrawersProps {
  customerId: string;
  /** The currency of new quotes. */
  currency: string;
}

/** The drawers for quotes that the URL opens: one to view, one to edit. */
export function QuoteDrawers({ customerId, currency }: QuoteDrawersProps) {
  return (
    <RecordDrawers
      operations={quoteOperations}
      params={{ view: "quote", edit: "editQuote" }}
      view={(view) => <QuoteView customerId={customerId} {...view} />}
      form={(form) => <QuoteForm customerId={customerId} currency={currency} {...form} />}
    />
  );
}

function QuoteView({ customerId, ...view }: ViewDrawerProps & { customerId: string }) {
  const { id } = view;
  const t = useT();
  const format = useFormat();
  const seesOrders = useMay("orders:read");
  const mayOrder = useMay("orders:write");
  const loaded = useRecord(query, { id, seesOrders }, ({ quote }) => quote);
  const order = useOrderQuote(customerId);
  const orders = loaded.found?.orders?.edges.map(({ node }) => node.number) ?? [];
  return (
    <DocumentView
      {...view}
      operations={quoteOperations}
      customerId={customerId}
      loaded={loaded}
      document={readFragment(quoteFragment, loaded.found)}
      status={quoteStatus}
      texts="quotes"
      facts={({ kind, deal, issuedOn, validUntil, status }) => [
        { label: t("field.kind"), value: t(`quotes.kind.${kind}`) },
        { label: t("deals.one"), value: deal?.title },
        { label: t("field.issuedOn"), value: format.date(issuedOn) },
        {
          label: t("field.validUntil"),
          value: validUntil && <Validity date={validUntil} open={status === "SENT"} />,
        },
        { label: t("orders.title"), value: orders.join(", ") },
      ]}
      buttons={(quote) =>
        isOrderable(quote) &&
        mayOrder && <Button onClick={() => void order(id)}>{t("quotes.order")}</Button>
      }
    />
  );
}
