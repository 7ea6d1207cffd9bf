import type { RecordType } from "@clientela/shared/records/recordActions";
import type { Subject } from "../../platform/records/write.js";
import type { StoredRecord } from "../../platform/types/record.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";

/** A record that belongs to a customer. */
export type OfCustomer = StoredRecord & { customerId: string };

/** Names a customer's record in the history and in events; it is visible as long as its customer is. */
export function subjectOf<Row extends OfCustomer, Type extends RecordType>(
  type: new () => Row,
  name: Type,
): Subject<Row, Type> {
  return { type, name, parentIdOf: (row) => row.customerId, within: ofLiveCustomer };
}
