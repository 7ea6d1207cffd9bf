import type { Context } from "../../platform/context.js";
import type { StoredRecord } from "../../platform/record.js";
import { holdRecord, type Subject } from "../../platform/write.js";
import { Customer } from "../customers/customer.entity.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";

/** A record that belongs to a customer. */
export type OfCustomer = StoredRecord & { customerId: string };

/** Names a customer's record in the history and in events; it is seen as long as its customer is. */
export function subjectOf<Row extends OfCustomer>(type: new () => Row): Subject<Row> {
  return { type, customerIdOf: (row) => row.customerId, within: ofLiveCustomer };
}

/** The customer that a document is for, kept from being deleted meanwhile; throws NotFound. */
export function holdCustomer(context: Context, id: string): Promise<Customer> {
  return holdRecord(context, Customer, id);
}
