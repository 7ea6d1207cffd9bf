import { RecordDrawers } from "../../../records/RecordDrawers.js";
import { PromiseForm } from "./PromiseForm.js";
import { promiseOperations } from "./promise.operations.js";

interface PromiseDrawersProps {
  customerId: string;
  /** The currency of new promises. */
  currency: string;
}

/** The drawer for a promise to pay that the URL names: `promiseToPay=<id>` or `promiseToPay=new`. */
export function PromiseDrawers({ customerId, currency }: PromiseDrawersProps) {
  return (
    <RecordDrawers
      operations={promiseOperations}
      params={{ edit: "promiseToPay" }}
      form={(form) => <PromiseForm customerId={customerId} currency={currency} {...form} />}
    />
  );
}
