import { useApolloClient } from "@apollo/client/react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { LedgerEntryView } from "../../records/documents/LedgerEntryView.js";
import { useRecord } from "../../records/useRecord.js";
import { LinesTable } from "../../ui/documents/LinesTable.js";
import { cancelCreditNote, creditNoteFragment, creditNoteStatus } from "./creditNote.operations.js";

const query = graphql(`
  query CreditNote($id: ID!) {
    creditNote(id: $id) {
      id
      ...CreditNoteFields
      invoice {
        id
        number
      }
      lines {
        ...DocumentLineFields
      }
      allocations {
        amount {
          amount
          currency
        }
        invoice {
          id
          number
          kind
        }
      }
    }
  }
`);

interface CreditNoteViewProps {
  id: string;
  customerId: string;
  onClose: () => void;
}

/** The drawer of a credit note: its lines, which invoices it settles, and the way to cancel it. */
export function CreditNoteView({ id, customerId, onClose }: CreditNoteViewProps) {
  const t = useT();
  const format = useFormat();
  const client = useApolloClient();
  const loaded = useRecord(query, { id }, ({ creditNote }) => creditNote);
  const { invoice, allocations = [], lines = [] } = loaded.found ?? {};
  const invoiceIds = [invoice, ...allocations.map((one) => one.invoice)].flatMap(
    (one) => one?.id ?? [],
  );
  return (
    <LedgerEntryView
      id={id}
      customerId={customerId}
      onClose={onClose}
      loaded={loaded}
      entry={readFragment(creditNoteFragment, loaded.found)}
      write="invoices:write"
      status={creditNoteStatus}
      texts="creditNotes"
      title={({ number }) => t("creditNotes.titleOf", { number })}
      pdf={paths.documentPdf(id)}
      facts={({ kind, issuedOn, unallocated, cancelledOn, ...creditNote }) => [
        { label: t("creditNotes.kind"), value: t(`creditNotes.kind.${kind}`) },
        { label: t("creditNotes.invoice"), value: invoice?.number },
        { label: t("field.issuedOn"), value: format.date(issuedOn) },
        { label: t("creditNotes.unallocated"), value: format.money(unallocated) },
        { label: t("creditNotes.reference"), value: creditNote.reference },
        { label: t("creditNotes.cancelledOn"), value: cancelledOn && format.date(cancelledOn) },
        { label: t("creditNotes.reason"), value: creditNote.cancellationReason },
      ]}
      lines={({ total }) => <LinesTable lines={lines} total={total} />}
      settles={t("creditNotes.settles")}
      notes={({ notes }) => notes}
      takeBack={({ cancelledOn }) =>
        cancelledOn
          ? null
          : {
              label: t("creditNotes.cancel"),
              title: t("creditNotes.cancelTitle"),
              text: t("creditNotes.cancelText"),
              reason: t("creditNotes.reason"),
              confirm: (reason) => cancelCreditNote(client, customerId, { id, reason }, invoiceIds),
            }
      }
    />
  );
}
