import { Button } from "@mantine/core";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { ExternalIds } from "../../records/ExternalIds.js";
import { RecordActions } from "../../records/list/RecordActions.js";
import { PendingDrawer } from "../../records/PendingDrawer.js";
import { RecordDrawers, type ViewDrawerProps } from "../../records/RecordDrawers.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { useRecord } from "../../records/useRecord.js";
import { useMay } from "../../session/viewer.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import { LinesTable } from "../../ui/documents/LinesTable.js";
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

function QuoteView({ id, customerId, onClose, onEdit }: ViewDrawerProps & { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const seesOrders = useMay("orders:read");
  const mayOrder = useMay("orders:write");
  const loaded = useRecord(query, { id, seesOrders }, ({ quote }) => quote);
  const order = useOrderQuote(customerId);
  const quote = readFragment(quoteFragment, loaded.found);
  if (!quote) {
    return (
      <PendingDrawer
        restorable={{ id, operations: quoteOperations }}
        loaded={loaded}
        title={t("quotes.one")}
        failed={t("quotes.failed")}
        onClose={onClose}
      />
    );
  }
  const orders = loaded.found?.orders?.edges.map(({ node }) => node.number) ?? [];
  return (
    <DocumentDrawer
      title={t("quotes.titleOf", { number: quote.number })}
      onClose={onClose}
      pdf={paths.documentPdf(id)}
      status={<StatusBadge status={quoteStatus} value={quote.status} />}
      facts={[
        { label: t("field.kind"), value: t(`quotes.kind.${quote.kind}`) },
        { label: t("deals.one"), value: quote.deal?.title },
        { label: t("field.issuedOn"), value: format.date(quote.issuedOn) },
        {
          label: t("field.validUntil"),
          value: quote.validUntil && (
            <Validity date={quote.validUntil} open={quote.status === "SENT"} />
          ),
        },
        { label: t("orders.title"), value: orders.join(", ") },
      ]}
      lines={
        <>
          <LinesTable lines={quote.lines} total={quote.total} />
          <ExternalIds id={id} readOnly={!onEdit} />
        </>
      }
      notes={quote.notes}
      actions={
        onEdit && (
          <RecordActions
            operations={quoteOperations}
            customerId={customerId}
            record={quote}
            status={quoteStatus}
            onEdit={onEdit}
            onClose={onClose}
          >
            {isOrderable(quote) && mayOrder && (
              <Button onClick={() => void order(id)}>{t("quotes.order")}</Button>
            )}
          </RecordActions>
        )
      }
    />
  );
}
