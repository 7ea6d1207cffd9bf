import type { CustomerEdits_CustomerFragment } from "../../../gql/graphql.js";
import { useMay } from "../../../session/viewer.js";
import { useEditCustomer } from "./customerEdits.js";

/** A customer whose fields are edited in their places: how they are saved, and which the viewer only reads. */
export function useCustomerEditing(customer: CustomerEdits_CustomerFragment) {
  const edit = useEditCustomer(customer);
  const readOnly = !useMay("customers:write");
  // Finance writes what a bill is written by, and nothing else.
  const billingReadOnly = !useMay("customers:billing");
  return { customer, edit, readOnly, billingReadOnly };
}

/** What the rows of fields take. */
export type CustomerEditing = ReturnType<typeof useCustomerEditing>;
