import type { Permission } from "@clientela/shared/records/roles";
import {
  IconBriefcase,
  IconChecklist,
  IconClockPlus,
  IconFileInvoice,
  IconFileText,
  IconShoppingCart,
  IconTargetArrow,
  IconUser,
  type TablerIcon,
} from "@tabler/icons-react";
import type { MessageKey } from "../../locales/en.js";

/** A kind of record that a customer can be given from any tab. */
interface NewRecord {
  label: MessageKey;
  /** The drawer that makes it, and what it is opened with. */
  drawer: string;
  value: string;
  needs: Permission;
  icon: TablerIcon;
}

/** The register of what "+ New" offers: one line per kind of record. */
export const newRecords: readonly NewRecord[] = [
  {
    label: "tasks.one",
    drawer: "task",
    value: "new",
    needs: "tasks:own",
    icon: IconChecklist,
  },
  {
    label: "projects.one",
    drawer: "editProject",
    value: "new",
    needs: "projects:write",
    icon: IconBriefcase,
  },
  {
    label: "time.one",
    drawer: "time",
    value: "new",
    needs: "time:write",
    icon: IconClockPlus,
  },
  {
    label: "deals.one",
    drawer: "deal",
    value: "new",
    needs: "deals:write",
    icon: IconTargetArrow,
  },
  {
    label: "quotes.one",
    drawer: "editQuote",
    value: "new",
    needs: "quotes:write",
    icon: IconFileText,
  },
  {
    label: "orders.one",
    drawer: "editOrder",
    value: "new",
    needs: "orders:write",
    icon: IconShoppingCart,
  },
  {
    label: "invoices.one",
    drawer: "editInvoice",
    value: "new:SALES",
    needs: "invoices:write",
    icon: IconFileInvoice,
  },
  {
    label: "invoices.onePurchase",
    drawer: "editInvoice",
    value: "new:PURCHASE",
    needs: "invoices:write",
    icon: IconFileInvoice,
  },
  {
    label: "contacts.one",
    drawer: "person",
    value: "new",
    needs: "contacts:write",
    icon: IconUser,
  },
];
