import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { ExternalIds } from "../../records/ExternalIds.js";
import { PendingDrawer } from "../../records/PendingDrawer.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { useRecord } from "../../records/useRecord.js";
import { useMay } from "../../session/viewer.js";
import { AmountLines } from "../../ui/documents/AmountLines.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import { LinesTable } from "../../ui/documents/LinesTable.js";
import { ReasonDialog } from "../../ui/documents/ReasonDialog.js";
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
  const mayWrite = useMay("invoices:write");
  const [cancelling, setCancelling] = useState(false);
  const loaded = useRecord(query, { id }, ({ creditNote }) => creditNote);
  const creditNote = readFragment(creditNoteFragment, loaded.found);
  if (!loaded.found || !creditNote) {
    return (
      <PendingDrawer
        loaded={loaded}
        title={t("creditNotes.one")}
        failed={t("creditNotes.failed")}
        onClose={onClose}
      />
    );
  }
  const { number, kind, issuedOn, cancelledOn, total, unallocated } = creditNote;
  const { invoice, allocations, lines } = loaded.found;
  const invoiceIds = [invoice, ...allocations.map((one) => one.invoice)].flatMap(
    (one) => one?.id ?? [],
  );
  return (
    <>
      <DocumentDrawer
        title={t("creditNotes.titleOf", { number })}
        onClose={onClose}
        pdf={paths.documentPdf(id)}
        status={
          <StatusBadge status={creditNoteStatus} value={creditNoteStatus.shown(creditNote)} />
        }
        facts={[
          { label: t("creditNotes.kind"), value: t(`creditNotes.kind.${kind}`) },
          { label: t("creditNotes.invoice"), value: invoice?.number },
          { label: t("field.issuedOn"), value: format.date(issuedOn) },
          { label: t("creditNotes.unallocated"), value: format.money(unallocated) },
          { label: t("creditNotes.reference"), value: creditNote.reference },
          { label: t("creditNotes.cancelledOn"), value: cancelledOn && format.date(cancelledOn) },
          { label: t("creditNotes.reason"), value: creditNote.cancellationReason },
        ]}
        lines={
          <>
            <LinesTable lines={lines} total={total} />
            <AmountLines
              label={t("creditNotes.settles")}
              lines={allocations.map(({ invoice: settled, amount }) => ({
                key: settled?.id ?? amount.amount,
                label: settled
                  ? t("creditNotes.invoiceOf", { number: settled.number })
                  : t("creditNotes.invoiceGone"),
                amount,
                to: settled && paths.customerInvoice(customerId, settled),
              }))}
            />
            <ExternalIds id={id} readOnly={!mayWrite} />
          </>
        }
        notes={creditNote.notes}
        actions={
          mayWrite &&
          !cancelledOn && (
            <Button variant="default" onClick={() => setCancelling(true)}>
              {t("creditNotes.cancel")}
            </Button>
          )
        }
      />
      {cancelling && (
        <ReasonDialog
          title={t("creditNotes.cancelTitle")}
          text={t("creditNotes.cancelText")}
          confirmLabel={t("creditNotes.cancel")}
          reasonLabel={t("creditNotes.reason")}
          onConfirm={(reason) => cancelCreditNote(client, customerId, { id, reason }, invoiceIds)}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  );
}
