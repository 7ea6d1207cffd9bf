import { DEFAULT_PAYMENT_TERM_DAYS } from "@clientela/shared/documents/documentFields";
import { INVOICE_TRANSITIONS } from "@clientela/shared/records/enums";
import { addDays } from "@clientela/shared/values/dates";
import { useT } from "../../i18n/useT.js";
import { CreditWarning } from "../../records/credit/CreditWarning.js";
import type { FormDrawerProps } from "../../records/RecordDrawers.js";
import { RecordForm } from "../../records/RecordForm.js";
import { statusChoices } from "../../records/recordStatus.js";
import { useViewer } from "../../session/viewer.js";
import { FieldPair } from "../../ui/forms/FormDrawer.js";
import { type Invoice, invoiceOperations, invoiceStatus, kindOf } from "./invoice.operations.js";

interface InvoiceFormProps extends FormDrawerProps<Invoice> {
  customerId: string;
  /** The currency of a new invoice. */
  currency: string;
  /** Days from the date of a new invoice to its due date. */
  termDays: number | null;
}

/** Adds an invoice with its lines, or changes one. */
export function InvoiceForm(props: InvoiceFormProps) {
  const { customerId, record: invoice, preset, currency, termDays, onClose } = props;
  const t = useT();
  const { today } = useViewer();
  const kind = invoice?.kind ?? kindOf(preset);
  const open = !invoice || invoice.status === "DRAFT" || invoice.status === "PENDING";
  const statuses = invoice
    ? [invoice.status, ...INVOICE_TRANSITIONS[invoice.status]]
    : (["DRAFT", "PENDING", "AUTHORIZED"] as const);
  const adding = kind === "SALES" ? t("invoices.add") : t("invoices.addPurchase");
  return (
    <RecordForm
      operations={invoiceOperations}
      customerId={customerId}
      record={invoice}
      preset={kind}
      defaults={{
        status: "DRAFT",
        issuedOn: today,
        dueOn: addDays(today, termDays ?? DEFAULT_PAYMENT_TERM_DAYS),
        currency,
      }}
      title={invoice ? t("invoices.titleOf", { number: invoice.number }) : adding}
      onClose={onClose}
    >
      {({ field, drafts }) => (
        <>
          {kind === "PURCHASE" && field("number", { autoFocus: true, optional: !invoice })}
          <FieldPair>
            {field("issuedOn")}
            {field("dueOn")}
          </FieldPair>
          <FieldPair>
            {field("status", { choices: statusChoices(t, statuses, invoiceStatus.label) })}
            {field("currency", { disabled: !open })}
          </FieldPair>
          {open && field("lines")}
          {kind === "SALES" && (
            <CreditWarning
              customerId={customerId}
              drafts={drafts}
              counted={["PENDING", "AUTHORIZED"]}
              used={invoice?.status === "PENDING" ? invoice.total.amount : "0"}
            />
          )}
          {field("notes")}
        </>
      )}
    </RecordForm>
  );
}
