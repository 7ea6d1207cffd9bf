import { CURRENCIES } from "@clientela/shared/values/currencies";
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
import { nextStatuses, type Order, useOrderEdits } from "./orderEdits.js";

interface OrderFormProps {
  customerId: string;
  /** The order to change; left out, a new one is made. */
  order?: Order;
  /** The currency of a new order. */
  currency: string;
  onClose: () => void;
}

/** Adds a purchase order with its lines, or changes one. */
export function OrderForm({ customerId, order, currency, onClose }: OrderFormProps) {
  const t = useT();
  const language = currentLanguage();
  const { today } = useViewer();
  const edits = useOrderEdits(customerId);
  const settled = order?.status === "FINALIZED" || order?.status === "CANCELLED";
  const form = useRecordForm({
    draft: order ? `order ${order.id} ${order.version}` : `new order ${customerId}`,
    initial: {
      reference: order?.reference ?? "",
      status: order?.status ?? ("OPEN" as const),
      orderedOn: order?.orderedOn ?? today,
      currency,
      notes: order?.notes ?? "",
      lines: order ? draftLines(readFragment(lineFragment, order.lines), language) : [newLine()],
    },
    check: ({ lines, orderedOn }) => ({
      ...(orderedOn ? {} : { orderedOn: t("ui.dateMissing") }),
      ...lineErrors(lines, {
        description: t("documents.descriptionMissing"),
        number: t("ui.numberMissing"),
      }),
    }),
    send: async (values) => {
      const filled = {
        ...values,
        reference: values.reference || null,
        notes: values.notes || null,
        lines: sentLines(values.lines, language),
      };
      await (order ? edits.update(order, filled) : edits.create(filled));
      onClose();
    },
  });
  const { getInputProps: field, values, errors, setFieldValue } = form.form;
  const statuses = order
    ? [order.status, ...nextStatuses(order.status)]
    : (["DRAFT", "OPEN"] as const);
  return (
    <FormDrawer
      title={order ? t("orders.titleOf", { number: order.number }) : t("orders.add")}
      onClose={onClose}
      form={form}
      submitLabel={order ? t("ui.save") : t("ui.create")}
    >
      <FieldPair>
        <TextField label={t("field.reference")} optional data-autofocus {...field("reference")} />
        <DateField label={t("field.orderedOn")} {...field("orderedOn")} />
      </FieldPair>
      <FieldPair>
        <SelectField
          label={t("field.status")}
          data={statuses.map((one) => ({ value: one, label: t(`orders.status.${one}`) }))}
          {...field("status")}
        />
        <SelectField
          label={t("field.currency")}
          data={[...CURRENCIES]}
          disabled={settled}
          {...field("currency")}
        />
      </FieldPair>
      {!settled && (
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
