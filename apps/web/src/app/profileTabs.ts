import type { Permission } from "@clientela/shared/records/roles";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { MessageKey } from "../locales/en.js";
import type { ProfileTabId } from "../paths.js";

/** One tab of the profile. */
export interface ProfileTab {
  id: ProfileTabId;
  label: MessageKey;
  /** Who sees it: whoever has any of these. */
  needs: readonly Permission[];
  Component: LazyExoticComponent<ComponentType<{ customerId: string }>>;
  /** Starts to load its code. */
  preload: () => void;
}

type TabModule = { Tab: ComponentType<{ customerId: string }> };

/** The register of tabs: one line per tab, in the order of their keys 1 to 6. A tab module exports `Tab`. */
export const profileTabs: readonly ProfileTab[] = [
  tab("overview", ["customers:read"], () => import("./profile/OverviewTab.js")),
  tab("details", ["customers:read"], () => import("./profile/DetailsTab.js")),
  tab("projects", ["projects:read", "tasks:read"], () => import("./profile/ProjectsTab.js")),
  tab("documents", ["orders:read", "invoices:read"], () => import("./profile/DocumentsTab.js")),
  tab("deals", ["deals:read", "quotes:read"], () => import("./profile/DealsTab.js")),
  tab("files", ["files:read"], () => import("../features/files/FilesTab.js")),
];

function tab(
  id: ProfileTabId,
  needs: readonly Permission[],
  load: () => Promise<TabModule>,
): ProfileTab {
  return {
    id,
    label: `profile.tab.${id}`,
    needs,
    Component: lazy(async () => ({ default: (await load()).Tab })),
    // What fails here fails again, and is told, when the tab is drawn.
    preload: () => void load().catch(() => undefined),
  };
}
