import { RECORD_TYPES, type RecordType } from "@clientela/shared/records/recordActions";

/** Types of record that belong to no customer, which no customer's history shows. */
const OF_NO_CUSTOMER = [
  "SavedView",
  "Import",
  "Export",
  "User",
  "AccessRole",
  "Team",
  "ApiKey",
  "Webhook",
  "OrganisationSettings",
] as const satisfies readonly RecordType[];

/** The types of record that belong to a customer, and the customer. */
export type CustomerRecordType = Exclude<RecordType, (typeof OF_NO_CUSTOMER)[number]>;

/** The types of record that belong to a customer. */
export type OwnedRecordType = Exclude<CustomerRecordType, "Customer">;

const NOT_OWNED: readonly RecordType[] = ["Customer", ...OF_NO_CUSTOMER];

/** The types of record that belong to a customer. */
export const ownedRecordTypes = RECORD_TYPES.filter(
  (type): type is OwnedRecordType => !NOT_OWNED.includes(type),
);
