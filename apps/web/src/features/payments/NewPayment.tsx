import { useApolloClient } from "@apollo/client/react";
import {
  PAYMENT_DIRECTIONS,
  type PaymentDirection,
} from "@clientela/shared/payments/paymentFields";
import { CURRENCIES, minorUnits } from "@clientela/shared/values/currencies";
import { useState } from "react";
import { readDecimal } from "../../i18n/decimal.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { AmountField } from "../../ui/fields/AmountField.js";
import { DateField } from "../../ui/fields/DateField.js";
import { SelectField } from "../../ui/fields/SelectField.js";
import { TextAreaField } from "../../ui/fields/TextAreaField.js";
import { TextField } from "../../ui/fields/TextField.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { AllocationInputs } from "./AllocationInputs.js";
import { allocationsOf, useOpenInvoices } from "./allocations.js";
import { createPayment } from "./payment.operations.js";

interface NewPaymentProps {
  customerId: string;
  currency: string;
  /** RECEIVED unless given. */
  direction?: PaymentDirection;
  onClose: () => void;
}

interface Drafts extends Record<string, unknown> {
  direction: PaymentDirection;
  amount: string;
  currency: string;
  paidOn: string;
  method: string;
  reference: string;
  note: string;
  /** What is typed for each invoice, by its id. */
  parts: Record<string, string>;
}

/** The drawer that registers a payment and distributes it over the open invoices, the oldest first. */
export function NewPayment({
  customerId,
  currency,
  direction = PAYMENT_DIRECTIONS[0],
  onClose,
}: NewPaymentProps) {
  const t = useT();
  const language = currentLanguage();
  const { today } = useViewer();
  const client = useApolloClient();
  const [initial] = useState<Drafts>(() => ({
    direction,
    amount: "",
    currency,
    paidOn: today,
    method: "",
    reference: "",
    note: "",
    parts: {},
  }));
  const form = useRecordForm<Drafts>({
    draft: `new payment ${customerId}`,
    initial,
    check: ({ amount, paidOn }) => ({
      ...(readDecimal(amount, language) ? {} : { amount: t("record.numberMissing") }),
      ...(paidOn ? {} : { paidOn: t("record.dateMissing") }),
    }),
    send: async ({ parts, amount, method, reference, note, ...rest }) => {
      await createPayment(client, {
        customerId,
        ...rest,
        amount: readDecimal(amount, language) ?? amount,
        method: method.trim() || null,
        reference: reference.trim() || null,
        note: note.trim() || null,
        allocations: allocationsOf(parts, language),
      });
      onClose();
    },
  });
  const { getInputProps: field, values } = form.form;
  const invoices = useOpenInvoices(customerId, values.direction, values.currency);
  const setParts = (parts: Record<string, string>) => form.form.setFieldValue("parts", parts);
  return (
    <FormDrawer
      title={t("payments.add")}
      onClose={onClose}
      form={form}
      submitLabel={t("payments.register")}
    >
      <FieldPair>
        <AmountField
          label={t("payments.amount")}
          places={minorUnits(values.currency)}
          data-autofocus
          {...field("amount")}
        />
        <SelectField label={t("field.currency")} data={[...CURRENCIES]} {...field("currency")} />
      </FieldPair>
      <FieldPair>
        <DateField label={t("field.paidOn")} maxDate={today} {...field("paidOn")} />
        <SelectField
          label={t("payments.direction")}
          data={PAYMENT_DIRECTIONS.map((value) => ({
            value,
            label: t(`payments.direction.${value}`),
          }))}
          {...field("direction")}
        />
      </FieldPair>
      <FieldPair>
        <TextField label={t("payments.method")} optional {...field("method")} />
        <TextField label={t("payments.reference")} optional {...field("reference")} />
      </FieldPair>
      <AllocationInputs
        invoices={invoices}
        amount={values.amount}
        parts={values.parts}
        errors={form.form.errors}
        onChange={setParts}
      />
      <TextAreaField label={t("field.notes")} optional {...field("note")} />
    </FormDrawer>
  );
}
