import { LazyContactPointList } from "../../../records/contact-points/LazyContactPointList.js";
import {
  emailPoints,
  emailValues,
  type PointKind,
  phonePoints,
  phoneValues,
} from "../../../records/contact-points/points.js";
import { useMay } from "../../../session/viewer.js";
import { type EditableCustomer, useEditCustomer } from "./customerEdits.js";

/** The label of a customer's main e-mail address or phone, and all further ones, below the main one itself. */
export function CustomerPoints({
  customer,
  kind,
}: {
  customer: EditableCustomer;
  kind: PointKind;
}) {
  const edit = useEditCustomer(customer);
  const readOnly = !useMay("customers:write");
  const { emails, phones } = customer;
  const points =
    kind === "email" ? emailPoints(emailValues(emails)) : phonePoints(phoneValues(phones));
  return (
    <LazyContactPointList
      kind={kind}
      points={points}
      readOnly={readOnly}
      withoutMain
      onSave={(next) =>
        kind === "email"
          ? edit({ emails: next.map(({ value, label }) => ({ address: value, label })) })
          : edit({ phones: next.map(({ value, label }) => ({ number: value, label })) })
      }
    />
  );
}
