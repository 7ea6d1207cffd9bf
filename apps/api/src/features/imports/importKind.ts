import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import { registerEnumType } from "type-graphql";
import { Invalid } from "../../platform/errors.js";

/** The kinds of sheets as the API named them before `RecordType`. */
export const ImportKindEnum = {
  CUSTOMERS: "CUSTOMER",
  CONTACTS: "CONTACT",
  PROJECTS: "PROJECT",
  ORDERS: "ORDER",
  INVOICES: "INVOICE",
  PAYMENTS: "PAYMENT",
} as const satisfies Readonly<Record<string, SheetRecordType>>;
registerEnumType(ImportKindEnum, {
  name: "ImportKind",
  description: "The types of record that a sheet can have; `RecordType` replaces it.",
});

/** An input that names its record type by either of the two fields. */
interface NamesRecordType {
  recordType?: RecordTypeValue | null;
  kind?: SheetRecordType | null;
}

/** The record type of an input. Throws Invalid where it names none, or two different ones. */
export function namedRecordType({ recordType, kind }: NamesRecordType): RecordTypeValue {
  const named = recordType ?? kind;
  if (named == null) throw new Invalid([{ path: "recordType", code: "required" }]);
  if (kind != null && kind !== named) throw new Invalid([{ path: "kind", code: "not_in_list" }]);
  return named;
}
