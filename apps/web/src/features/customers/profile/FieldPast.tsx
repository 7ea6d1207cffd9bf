import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { usePhoneFormat } from "../../../i18n/usePhoneFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { type CustomerValues, type EditableCustomer, useEditCustomer } from "./customerEdits.js";
import { PastValues } from "./PastValues.js";

type Reading = (value: unknown) => Partial<CustomerValues>;

const text = (value: unknown) => (typeof value === "string" ? value : null);

/** How a value of the history becomes an edit of the field. */
const readings = {
  legalName: (value) => (typeof value === "string" ? { legalName: value } : {}),
  tradeName: (value) => ({ tradeName: text(value) }),
  status: (value) => {
    const status = CUSTOMER_STATUSES.find((one) => one === value);
    return status ? { status } : {};
  },
  email: (value) => ({ email: text(value) }),
  phone: (value) => ({ phone: text(value) }),
  website: (value) => ({ website: text(value) }),
  ownerId: (value) => ({ ownerId: text(value) }),
  parentId: (value) => ({ parentId: text(value) }),
  tags: (value) => ({ tags: Array.isArray(value) ? value.map(String) : [] }),
  notes: (value) => ({ notes: text(value) }),
  currency: (value) => ({ currency: text(value) }),
  paymentTermDays: (value) => ({ paymentTermDays: typeof value === "number" ? value : null }),
  creditLimit: (value) => ({ creditLimit: text(value) }),
} as const satisfies Partial<Record<keyof CustomerValues, Reading>>;

type PastField = keyof typeof readings;

// Finance writes what a bill is written by.
const billing: readonly PastField[] = ["legalName", "currency", "paymentTermDays", "creditLimit"];

/** The button next to a field of a customer that lists what it was before. */
export function FieldPast({ customer, field }: { customer: EditableCustomer; field: PastField }) {
  const t = useT();
  const formatPhone = usePhoneFormat();
  const edit = useEditCustomer(customer);
  const mayWrite = useMay("customers:write");
  const mayBill = useMay("customers:billing");
  const may = billing.includes(field) ? mayBill : mayWrite;
  return (
    <PastValues
      customerId={customer.id}
      field={field}
      label={t(`field.${field}`)}
      show={field === "phone" ? formatPhone : undefined}
      onRevert={may ? (value) => edit(readings[field](value)) : undefined}
    />
  );
}
