import { DEFAULT_PAYMENT_TERM_DAYS } from "@clientela/shared/documents/documentFields";
import type { InvoiceKind } from "@clientela/shared/records/enums";
import { CURRENCIES } from "@clientela/shared/values/currencies";
import { addDays } from "@clientela/shared/values/dates";
import { readFragment } from "../../gql/fragment-masking.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import {
  draftLines,
  lineErrors,
  lineFragment,
  newLine,
  sentLines,
} from "../../ui/documents/documentLines.js";
import { LinesEditor } from "../../ui/documents/LinesEditor.js";
import { DateField } from "../../ui/fields/DateField.js";
import { SelectField } from "../../ui/fields/SelectField.js";
import { TextAreaField } from "../../ui/fields/TextAreaField.js";
import { TextField } from "../../ui/fields/TextField.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { type Invoice, nextStatuses, useInvoiceEdits } from "./invoiceEdits.js";

interface InvoiceFormProps {
  customerId: string;
  kind: InvoiceKind;
  /** The invoice to change; left out, a new one is made. */
  invoice?: Invoice;
  /** The currency of a new invoice. */
  currency: string;
  /** Days from its date to its due date. */
  termDays: number | null;
  onClose: () => void;
}

/** Adds an invoice with its lines, or changes one. */
export function InvoiceForm(props: InvoiceFormProps) {
  const { customerId, kind, invoice, currency, termDays, onClose } = props;
  const t = useT();
  const language = currentLanguage();
  const { today } = useViewer();
  const edits = useInvoiceEdits(customerId);
  const open = !invoice || invoice.status === "DRAFT" || invoice.status === "PENDING";
  const form = useRecordForm({
    draft: invoice
      ? `invoice ${invoice.id} ${invoice.version}`
      : `new invoice ${kind} ${customerId}`,
    initial: {
      number: invoice && kind === "PURCHASE" ? invoice.number : "",
      status: invoice?.status ?? ("DRAFT" as const),
      issuedOn: invoice?.issuedOn ?? today,
      dueOn: invoice?.dueOn ?? addDays(today, termDays ?? DEFAULT_PAYMENT_TERM_DAYS),
      currency,
      notes: invoice?.notes ?? "",
      lines: invoice
        ? draftLines(readFragment(lineFragment, invoice.lines), language)
        : [newLine()],
    },
    check: ({ lines, issuedOn, dueOn }) => ({
      ...(issuedOn ? {} : { issuedOn: t("ui.dateMissing") }),
      ...(dueOn ? {} : { dueOn: t("ui.dateMissing") }),
      ...lineErrors(lines, {
        description: t("documents.descriptionMissing"),
        number: t("ui.numberMissing"),
      }),
    }),
    send: async (values) => {
      const filled = {
        ...values,
        number: kind === "PURCHASE" ? values.number || null : null,
        notes: values.notes || null,
        lines: sentLines(values.lines, language),
      };
      await (invoice ? edits.update(invoice, filled) : edits.create(kind, filled));
      onClose();
    },
  });
  const { getInputProps: field, values, errors, setFieldValue } = form.form;
  const statuses = invoice
    ? [invoice.status, ...nextStatuses(invoice.status)]
    : (["DRAFT", "PENDING", "AUTHORIZED"] as const);
  const adding = kind === "SALES" ? t("invoices.add") : t("invoices.addPurchase");
  return (
    <FormDrawer
      title={invoice ? t("invoices.titleOf", { number: invoice.number }) : adding}
      onClose={onClose}
      form={form}
      submitLabel={invoice ? t("ui.save") : t("ui.create")}
    >
      {kind === "PURCHASE" && (
        <TextField
          label={t("invoices.supplierNumber")}
          optional={!invoice}
          data-autofocus
          {...field("number")}
        />
      )}
      <FieldPair>
        <DateField label={t("field.issuedOn")} {...field("issuedOn")} />
        <DateField label={t("field.dueOn")} {...field("dueOn")} />
      </FieldPair>
      <FieldPair>
        <SelectField
          label={t("field.status")}
          data={statuses.map((one) => ({ value: one, label: t(`invoices.state.${one}`) }))}
          {...field("status")}
        />
        <SelectField
          label={t("field.currency")}
          data={[...CURRENCIES]}
          disabled={!open}
          {...field("currency")}
        />
      </FieldPair>
      {open && (
        <LinesEditor
          lines={values.lines}
          currency={values.currency}
          errors={errors}
          onChange={(lines) => setFieldValue("lines", lines)}
        />
      )}
      <TextAreaField label={t("field.notes")} optional {...field("notes")} />
    </FormDrawer>
  );
}
