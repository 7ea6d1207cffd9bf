import type { SheetKind } from "@clientela/shared/sheets/sheet";
import { paths } from "../../../paths.js";

/** Where a record that an import wrote is looked at, on the profile of its customer. */
export function recordPath(
  kind: SheetKind,
  customerId: string,
  recordId: string | null | undefined,
): string {
  switch (kind) {
    case "CUSTOMERS":
      return paths.customer(customerId);
    case "CONTACTS":
      return paths.customer(customerId, "details");
    case "PROJECTS":
      return paths.customerProjects(customerId);
    case "ORDERS":
      return paths.customerDocuments(customerId, {
        show: "orders",
        ...(recordId && { order: recordId }),
      });
    case "INVOICES":
      return paths.customerDocuments(customerId, recordId ? { invoice: recordId } : {});
  }
}
