import type { Permission } from "@clientela/shared/records/roles";
import {
  IconChecklist,
  IconCode,
  IconCoin,
  IconFileInvoice,
  IconReceipt,
  IconSettings,
  IconTargetArrow,
  IconTerminal2,
  IconUpload,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import type { MessageKey } from "../../i18n/messageKey.js";
import { paths } from "../../paths.js";

/** One line of the navigation. */
export interface NavigationItem {
  to: string;
  label: MessageKey;
  icon: TablerIcon;
  /** Who sees it; everyone where it is omitted. */
  needs?: Permission;
  /** What the palette calls going there, where that is not its label; and the keys for it. */
  action?: MessageKey;
  keys?: string;
  /** On a phone it is in the bottom bar itself, and not in its menu. */
  inBottomBar?: boolean;
}

/** What a person works in all day. */
export const workItems: readonly NavigationItem[] = [
  {
    to: paths.customers,
    label: "shell.customers",
    icon: IconUsers,
    needs: "customers:read",
    action: "shell.goToCustomers",
    keys: "g c",
    inBottomBar: true,
  },
  {
    to: paths.work(),
    label: "shell.work",
    icon: IconChecklist,
    needs: "tasks:read",
    action: "shell.goToWork",
    keys: "g w",
    inBottomBar: true,
  },
  { to: paths.deals, label: "shell.deals", icon: IconTargetArrow, needs: "deals:read" },
  {
    to: paths.imports,
    label: "shell.imports",
    icon: IconUpload,
    needs: "imports:read",
    action: "shell.goToImports",
  },
];

/** Who sees the pages of finance. */
export const financePermission: Permission = "invoices:read";

/** What the people of finance work in. */
export const financeItems: readonly NavigationItem[] = [
  {
    to: paths.receivables,
    label: "shell.receivables",
    icon: IconCoin,
    needs: financePermission,
  },
  { to: paths.payables, label: "shell.payables", icon: IconReceipt, needs: financePermission },
  {
    to: paths.invoices(),
    label: "shell.invoices",
    icon: IconFileInvoice,
    needs: financePermission,
  },
];

/** The entries at the foot of the sidebar. */
export const footItems: readonly NavigationItem[] = [
  { to: paths.graphiql, label: "shell.playground", icon: IconTerminal2 },
  {
    to: paths.developers,
    label: "shell.developers",
    icon: IconCode,
    action: "shell.goToDevelopers",
    keys: "g d",
  },
  {
    to: paths.settings(),
    label: "shell.settings",
    icon: IconSettings,
    action: "shell.goToSettings",
  },
];
