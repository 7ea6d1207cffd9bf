import { type RecordTypeValue, recordTypeOf } from "@clientela/shared/records/recordActions";
import { paths } from "../../../paths.js";

/** Where a record that an import wrote is looked at, on the profile of its customer. */
export function recordPath(
  recordType: RecordTypeValue,
  customerId: string,
  recordId: string | null | undefined,
): string {
  switch (recordType) {
    case "CUSTOMER":
      return paths.customer(customerId);
    case "CONTACT":
      return paths.customer(customerId, "details");
    case "PROJECT":
      return paths.customerProjects(customerId);
    case "ORDER":
      return paths.customerDocuments(customerId, {
        show: "orders",
        ...(recordId && { order: recordId }),
      });
    case "INVOICE":
      return paths.customerDocuments(customerId, recordId ? { invoice: recordId } : {});
    default:
      return paths.customerRecord(customerId, recordTypeOf(recordType), recordId);
  }
}
