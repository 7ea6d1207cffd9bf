import { useApolloClient } from "@apollo/client/react";
import { creditNoteFields as rules } from "@clientela/shared/creditNotes/creditNoteFields";
import type { IssueCode } from "@clientela/shared/values/issues";
import { useEffect, useState } from "react";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { checkDrafts, draftsOf } from "../../records/fields/checkFields.js";
import { type InputOptions, RecordInput } from "../../records/fields/RecordInput.js";
import { useFieldContext } from "../../records/fields/useFieldContext.js";
import { useViewer } from "../../session/viewer.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { creditNoteFields as fields } from "./creditNote.fields.js";
import { type CreditNoteValues, createCreditNote } from "./creditNote.operations.js";
import { useCreditableInvoices } from "./useCreditableInvoices.js";

interface NewCreditNoteProps {
  customerId: string;
  currency: string;
  /** The invoice that it is against, where it was opened from one. */
  invoiceId: string | null;
  onClose: () => void;
}

// A credit note of nothing credits nobody; the server refuses it too.
const missingLines = ({ lines }: CreditNoteValues): { lines: IssueCode | null } => ({
  lines: lines.length === 0 ? "required" : null,
});

const checked = { fields, rules, check: missingLines };

/** The drawer that makes a credit note, against an invoice or on account. */
export function NewCreditNote(props: NewCreditNoteProps) {
  const { customerId, currency, invoiceId, onClose } = props;
  const t = useT();
  const format = useFormat();
  const { today } = useViewer();
  const client = useApolloClient();
  const context = useFieldContext();
  const invoices = useCreditableInvoices(customerId);
  const [initial] = useState(() =>
    draftsOf<CreditNoteValues>(
      checked,
      { invoiceId, kind: "SALES", issuedOn: today, currency },
      context,
    ),
  );
  const form = useRecordForm({
    draft: `new creditNotes ${invoiceId ?? ""} ${customerId}`,
    initial,
    check: (drafts) => {
      const result = checkDrafts<CreditNoteValues>(checked, drafts, context);
      return "errors" in result ? result.errors : {};
    },
    send: async (drafts) => {
      const result = checkDrafts<CreditNoteValues>(checked, drafts, context);
      if ("errors" in result) return;
      await createCreditNote(client, customerId, result.values);
      onClose();
    },
  });
  const { getInputProps, values: drafts, errors, setFieldValue } = form.form;
  const against = invoices.find(({ id }) => id === drafts.invoiceId);
  // Kind and currency of a credit note are its invoice's.
  useEffect(() => {
    if (!against) return;
    if (drafts.kind !== against.kind) setFieldValue("kind", against.kind);
    if (drafts.currency !== against.currency) setFieldValue("currency", against.currency);
  }, [against, drafts.kind, drafts.currency, setFieldValue]);
  const field = (name: keyof CreditNoteValues, options: InputOptions = {}) => (
    <RecordInput
      field={fields[name]}
      input={getInputProps(name)}
      drafts={drafts}
      errors={errors}
      {...options}
    />
  );
  return (
    <FormDrawer
      title={t("creditNotes.add")}
      onClose={onClose}
      form={form}
      submitLabel={t("ui.create")}
    >
      {field("invoiceId", {
        placeholder: t("creditNotes.onAccountOnly"),
        choices: invoices.map(({ id, number, balance }) => ({
          value: id,
          label: t("creditNotes.invoiceChoice", { number, balance: format.money(balance) }),
        })),
      })}
      <FieldPair>
        {field("kind", { disabled: against !== undefined })}
        {field("currency", { disabled: against !== undefined })}
      </FieldPair>
      <FieldPair>
        {field("issuedOn", { maxDate: today })}
        {field("reference")}
      </FieldPair>
      {field("lines")}
      {field("notes")}
    </FormDrawer>
  );
}
