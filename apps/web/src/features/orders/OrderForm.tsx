import { useT } from "../../i18n/useT.js";
import { CreditWarning } from "../../records/credit/CreditWarning.js";
import type { FormDrawerProps } from "../../records/RecordDrawers.js";
import { RecordForm } from "../../records/RecordForm.js";
import { statusChoices } from "../../records/recordStatus.js";
import { useViewer } from "../../session/viewer.js";
import { FieldPair } from "../../ui/forms/FormDrawer.js";
import { type Order, orderOperations, orderStatus } from "./order.operations.js";

interface OrderFormProps extends FormDrawerProps<Order> {
  customerId: string;
  /** The currency of a new order. */
  currency: string;
}

/** Adds a purchase order with its lines, or changes one. */
export function OrderForm({ customerId, record: order, currency, onClose }: OrderFormProps) {
  const t = useT();
  const { today } = useViewer();
  const settled = order?.status === "FINALIZED" || order?.status === "CANCELLED";
  const statuses = order
    ? [order.status, ...orderStatus.next(order)]
    : (["DRAFT", "OPEN"] as const);
  return (
    <RecordForm
      operations={orderOperations}
      customerId={customerId}
      record={order}
      defaults={{
        status: "OPEN",
        orderedOn: today,
        currency,
      }}
      title={order ? t("orders.titleOf", { number: order.number }) : t("orders.add")}
      onClose={onClose}
    >
      {({ field, drafts }) => (
        <>
          <FieldPair>
            {field("reference", { autoFocus: true })}
            {field("orderedOn")}
          </FieldPair>
          <FieldPair>
            {field("status", { choices: statusChoices(t, statuses, orderStatus.label) })}
            {field("currency", { disabled: settled })}
          </FieldPair>
          {!settled && field("lines")}
          <CreditWarning
            customerId={customerId}
            drafts={drafts}
            counted={["OPEN"]}
            used={order?.status === "OPEN" ? order.total.amount : "0"}
          />
          {field("notes")}
        </>
      )}
    </RecordForm>
  );
}
