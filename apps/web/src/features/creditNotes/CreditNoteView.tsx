import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { ExternalIds } from "../../records/ExternalIds.js";
import { useRecord } from "../../records/useRecord.js";
import { useMay } from "../../session/viewer.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import { LinesTable } from "../../ui/documents/LinesTable.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { TextField } from "../../ui/fields/TextField.js";
import { ConfirmDialog } from "../../ui/overlays/ConfirmDialog.js";
import { SideDrawer } from "../../ui/overlays/SideDrawer.js";
import { CreditNoteStatus } from "./CreditNoteStatus.js";
import classes from "./CreditNotes.module.css";
import { cancelCreditNote, creditNoteFragment } from "./creditNote.operations.js";

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
  const mayWrite = useMay("invoices:write");
  const [cancelling, setCancelling] = useState(false);
  const { found, gone, error, retry } = useRecord(query, { id }, ({ creditNote }) => creditNote);
  const creditNote = readFragment(creditNoteFragment, found);
  if (!found || !creditNote) {
    return (
      <SideDrawer opened onClose={onClose} title={t("creditNotes.one")} readOnly>
        {gone || error ? (
          <ErrorNote error={error} onRetry={retry}>
            {t("creditNotes.failed")}
          </ErrorNote>
        ) : (
          <SkeletonRows label={t("profile.loading")} />
        )}
      </SideDrawer>
    );
  }
  const { number, kind, issuedOn, cancelledOn, total, unallocated } = creditNote;
  const { invoice, allocations } = found;
  return (
    <>
      <DocumentDrawer
        title={t("creditNotes.titleOf", { number })}
        onClose={onClose}
        pdf={paths.documentPdf(id)}
        status={<CreditNoteStatus creditNote={creditNote} />}
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
            <LinesTable lines={found.lines} total={total} />
            {allocations.length > 0 && (
              <ul className={classes.settled} aria-label={t("creditNotes.settles")}>
                {allocations.map(({ invoice: settled, amount }) => (
                  <li key={settled?.id ?? amount.amount}>
                    {settled ? (
                      <Link
                        to={paths.customerDocuments(customerId, {
                          show: settled.kind === "SALES" ? "sales" : "purchases",
                          invoice: settled.id,
                        })}
                      >
                        {t("creditNotes.invoiceOf", { number: settled.number })}
                      </Link>
                    ) : (
                      t("creditNotes.invoiceGone")
                    )}
                    <span>{format.money(amount)}</span>
                  </li>
                ))}
              </ul>
            )}
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
        <CancelCreditNote
          id={id}
          customerId={customerId}
          invoiceIds={[invoice, ...allocations.map((one) => one.invoice)].flatMap(
            (one) => one?.id ?? [],
          )}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  );
}

interface CancelCreditNoteProps extends CreditNoteViewProps {
  /** The invoices that it is against or settles. */
  invoiceIds: readonly string[];
}

function CancelCreditNote({ id, customerId, invoiceIds, onClose }: CancelCreditNoteProps) {
  const t = useT();
  const client = useApolloClient();
  const [reason, setReason] = useState("");
  return (
    <ConfirmDialog
      title={t("creditNotes.cancelTitle")}
      confirmLabel={t("creditNotes.cancel")}
      destructive
      ready={reason.trim() !== ""}
      onConfirm={() => cancelCreditNote(client, customerId, { id, reason }, invoiceIds)}
      onClose={onClose}
    >
      <p>{t("creditNotes.cancelText")}</p>
      <TextField
        label={t("creditNotes.reason")}
        value={reason}
        maxLength={200}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
