import { RECORD_TYPES } from "@clientela/shared/records/recordActions";
import { CUSTOMER_RECORD_KINDS } from "@clientela/shared/records/recordKinds";

/** The types of record that belong to a customer, and the customer. */
export type CustomerRecordType = keyof typeof CUSTOMER_RECORD_KINDS;

/** The types of record that belong to a customer. */
export type OwnedRecordType = Exclude<CustomerRecordType, "Customer">;

/** The types of record that belong to a customer. */
export const ownedRecordTypes = RECORD_TYPES.filter(
  (type): type is OwnedRecordType => type !== "Customer" && type in CUSTOMER_RECORD_KINDS,
);
