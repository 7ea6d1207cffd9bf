import { useApolloClient } from "@apollo/client/react";
import { minorUnits } from "@clientela/shared/values/currencies";
import { forgetLists } from "../../cache/forgetLists.js";
import { graphql } from "../../gql/gql.js";
import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { AmountField } from "../../ui/fields/AmountField.js";
import { DateField } from "../../ui/fields/DateField.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { Money } from "../../ui/values/Money.js";
import type { Invoice } from "./invoice.operations.js";
import classes from "./PaymentForm.module.css";

const mutation = graphql(`
  mutation PayInvoice($input: PayInvoiceInput!) {
    payInvoice(input: $input) {
      invoice {
        ...InvoiceFields
        ...InvoiceChanged
      }
    }
  }
`);

interface PaymentFormProps {
  customerId: string;
  invoice: Pick<Invoice, "id" | "version" | "number" | "balance">;
  onClose: () => void;
}

/** Registers a payment of an authorised invoice: all that is open, or a part. */
export function PaymentForm({ customerId, invoice, onClose }: PaymentFormProps) {
  const t = useT();
  const language = currentLanguage();
  const { today } = useViewer();
  const client = useApolloClient();
  const { balance } = invoice;
  const form = useRecordForm({
    draft: `payment ${invoice.id} ${invoice.version}`,
    initial: {
      amount: writeDecimal(balance.amount, language, minorUnits(balance.currency)),
      paidOn: today,
    },
    check: ({ amount, paidOn }) => ({
      ...(amount.trim() ? {} : { amount: t("record.numberMissing") }),
      ...(paidOn ? {} : { paidOn: t("record.dateMissing") }),
    }),
    send: async ({ amount, paidOn }) => {
      const { id, version } = invoice;
      const payment = { amount: readDecimal(amount, language) ?? amount, paidOn };
      await client.mutate({ mutation, variables: { input: { id, version, ...payment } } });
      client.cache.evict({
        id: client.cache.identify({ __typename: "Invoice", id }),
        fieldName: "payments",
      });
      forgetLists(client.cache, customerId, ["invoices", "payments"]);
      onClose();
    },
  });
  const field = form.form.getInputProps;
  return (
    <FormDrawer
      title={t("invoices.payTitle", { number: invoice.number })}
      onClose={onClose}
      form={form}
      submitLabel={t("invoices.pay")}
    >
      <p className={classes.open}>
        {t("field.balance")}:{" "}
        <strong>
          <Money value={balance} />
        </strong>
      </p>
      <FieldPair>
        <AmountField
          label={t("invoices.amountIn", { currency: balance.currency })}
          places={minorUnits(balance.currency)}
          data-autofocus
          {...field("amount")}
        />
        <DateField label={t("field.paidOn")} maxDate={today} {...field("paidOn")} />
      </FieldPair>
    </FormDrawer>
  );
}
