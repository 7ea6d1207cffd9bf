import type { InvoiceKind } from "@clientela/shared/records/enums";
import type { Permission } from "@clientela/shared/records/roles";
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { MoneyValue } from "../../i18n/format.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { AmountLines } from "../../ui/documents/AmountLines.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import { ReasonDialog } from "../../ui/documents/ReasonDialog.js";
import { ExternalIds } from "../ExternalIds.js";
import { PendingDrawer } from "../PendingDrawer.js";
import type { ShownStatus } from "../recordStatus.js";
import { StatusBadge } from "../StatusBadge.js";
import type { LoadedRecord } from "../useRecord.js";
import type { DocumentTexts } from "./DocumentView.js";

/** A part of an entry, and the invoice that it settles. */
interface Allocation {
  amount: MoneyValue;
  invoice?: { id: string; number: string; kind: InvoiceKind } | null;
}

/** How an entry is taken back: it stays in the ledger, with a reason. */
interface TakingBack {
  /** What the button says. */
  label: string;
  title: string;
  text: string;
  reason: string;
  confirm: (reason: string) => Promise<unknown>;
}

interface LedgerEntryViewProps<Entry, Shown extends string> {
  id: string;
  customerId: string;
  onClose: () => void;
  loaded: LoadedRecord<{ allocations: readonly Allocation[] }>;
  /** The entry of what was loaded. */
  entry: Entry | undefined;
  write: Permission;
  status: ShownStatus<Entry, Shown>;
  texts: DocumentTexts;
  title: (entry: Entry) => string;
  /** What it says; a fact without a value is left out. */
  facts: (entry: Entry) => readonly { label: string; value: ReactNode }[];
  notes: (entry: Entry) => string | null | undefined;
  pdf?: string;
  /** What the invoices that it settles are called together. */
  settles: string;
  /** What stands above the invoices that it settles. */
  lines?: (entry: Entry) => ReactNode;
  /** Null once it was taken back. */
  takeBack: (entry: Entry) => TakingBack | null;
}

/** The drawer of what settles invoices, and is taken back rather than changed: a payment, a credit note. */
export function LedgerEntryView<Entry, Shown extends string>(
  props: LedgerEntryViewProps<Entry, Shown>,
) {
  const { id, customerId, onClose, loaded, entry, status, texts } = props;
  const t = useT();
  const mayWrite = useMay(props.write);
  const [asking, setAsking] = useState(false);
  if (!entry || !loaded.found) {
    return (
      <PendingDrawer
        loaded={loaded}
        title={t(`${texts}.one`)}
        failed={t(`${texts}.failed`)}
        onClose={onClose}
      />
    );
  }
  const takeBack = props.takeBack(entry);
  return (
    <>
      <DocumentDrawer
        title={props.title(entry)}
        onClose={onClose}
        pdf={props.pdf}
        status={<StatusBadge status={status} value={status.shown(entry)} />}
        facts={props.facts(entry)}
        lines={
          <>
            {props.lines?.(entry)}
            <AmountLines
              label={props.settles}
              lines={loaded.found.allocations.map(({ invoice, amount }) => ({
                key: invoice?.id ?? amount.amount,
                label: invoice
                  ? t("invoices.titleOf", { number: invoice.number })
                  : t("documents.invoiceGone"),
                amount,
                to: invoice && paths.customerInvoice(customerId, invoice),
              }))}
            />
            <ExternalIds id={id} readOnly={!mayWrite} />
          </>
        }
        notes={props.notes(entry)}
        actions={
          mayWrite &&
          takeBack && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {takeBack.label}
            </Button>
          )
        }
      />
      {asking && takeBack && (
        <ReasonDialog
          title={takeBack.title}
          text={takeBack.text}
          confirmLabel={takeBack.label}
          reasonLabel={takeBack.reason}
          onConfirm={takeBack.confirm}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
