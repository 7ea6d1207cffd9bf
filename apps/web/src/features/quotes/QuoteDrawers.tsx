import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import { LinesTable } from "../../ui/documents/LinesTable.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { DeleteButton } from "../../ui/overlays/DeleteButton.js";
import { SideDrawer } from "../../ui/overlays/SideDrawer.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { QuoteForm } from "./QuoteForm.js";
import { QuoteStatusBadge } from "./QuoteStatusBadge.js";
import { nextStatuses, type Quote, quoteFragment, useQuoteEdits } from "./quoteEdits.js";
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

/** The drawers for quotes that the URL asks for: one to look into, one to edit. */
export function QuoteDrawers({ customerId, currency }: { customerId: string; currency: string }) {
  const look = useDrawerParam("quote");
  const edit = useDrawerParam("editQuote");
  const mayWrite = useMay("quotes:write");
  return (
    <>
      {look.value && (
        <QuoteDetails
          key={look.value}
          id={look.value}
          customerId={customerId}
          onClose={look.close}
          onEdit={mayWrite ? edit.open : undefined}
        />
      )}
      {edit.value === "new" && mayWrite && (
        <QuoteForm customerId={customerId} currency={currency} onClose={edit.close} />
      )}
      {edit.value && edit.value !== "new" && mayWrite && (
        <EditQuote key={edit.value} id={edit.value} customerId={customerId} onClose={edit.close} />
      )}
    </>
  );
}

function useQuote(id: string) {
  const seesOrders = useMay("orders:read");
  const { data, error, refetch } = useQuery(query, { variables: { id, seesOrders } });
  return { found: data?.quote, gone: data?.quote === null, error, retry: () => void refetch() };
}

function EditQuote(props: { id: string; customerId: string; onClose: () => void }) {
  const { found } = useQuote(props.id);
  if (!found) return null;
  const quote: Quote = readFragment(quoteFragment, found);
  return (
    <QuoteForm
      customerId={props.customerId}
      quote={quote}
      currency={quote.currency}
      onClose={props.onClose}
    />
  );
}

interface QuoteDetailsProps {
  id: string;
  customerId: string;
  onClose: () => void;
  onEdit?: (id: string) => void;
}

function QuoteDetails({ id, customerId, onClose, onEdit }: QuoteDetailsProps) {
  const t = useT();
  const format = useFormat();
  const { found, gone, error, retry } = useQuote(id);
  const edits = useQuoteEdits(customerId);
  const attempt = useAttempt();
  const makeOrder = useOrderQuote(customerId);
  const mayOrder = useMay("orders:write");
  if (!found) {
    return (
      <SideDrawer opened onClose={onClose} title={t("quotes.one")}>
        {error ? (
          <ErrorNote error={error} onRetry={retry}>
            {t("quotes.failed")}
          </ErrorNote>
        ) : gone ? (
          <p>{t("ui.gone")}</p>
        ) : (
          <SkeletonRows rows={5} columns={["30%", "40%"]} label={t("quotes.one")} />
        )}
      </SideDrawer>
    );
  }
  const quote = readFragment(quoteFragment, found);
  const orders = found.orders?.edges.map(({ node }) => node) ?? [];
  const orderable = quote.status === "SENT" || quote.status === "ACCEPTED";
  return (
    <DocumentDrawer
      title={t("quotes.titleOf", { number: quote.number })}
      onClose={onClose}
      status={<QuoteStatusBadge status={quote.status} />}
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
        { label: t("orders.title"), value: orders.map(({ number }) => number).join(", ") },
      ]}
      lines={<LinesTable lines={quote.lines} total={quote.total} />}
      notes={quote.notes}
      actions={
        onEdit && (
          <>
            <DeleteButton
              name={quote.number}
              onDelete={() => {
                onClose();
                void edits.remove(quote);
              }}
            />
            <Button variant="default" onClick={() => onEdit(id)}>
              {t("ui.edit")}
            </Button>
            {nextStatuses(quote.status).map((status) => (
              <Button
                key={status}
                variant="default"
                onClick={() => void attempt(() => edits.setStatus(quote, status))}
              >
                {t(`quotes.to.${status}`)}
              </Button>
            ))}
            {orderable && mayOrder && (
              <Button onClick={() => void makeOrder(id)}>{t("quotes.order")}</Button>
            )}
          </>
        )
      }
    />
  );
}
