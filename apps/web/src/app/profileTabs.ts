import type { Permission } from "@clientela/shared/records/roles";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { MessageKey } from "../i18n/messageKey.js";
import type { ProfileTabId } from "../paths.js";
import { RecordsTab } from "./profile/RecordsTab.js";
import { allRecords } from "./records.js";

type TabComponent = ComponentType<{ customerId: string; tab: ProfileTabId }>;

/** One tab of the profile. */
export interface ProfileTab {
  id: ProfileTabId;
  label: MessageKey;
  /** Visible to people with any of these permissions. */
  needs: readonly Permission[];
  Component: TabComponent | LazyExoticComponent<TabComponent>;
}

/** The register of tabs, in the order of their keys 1 to 6. A tab of its own is a module that exports `Tab`. */
export const profileTabs: readonly ProfileTab[] = [
  tab("overview", ["customers:read"], () => import("./profile/OverviewTab.js")),
  tab("details", ["customers:read"], () => import("./profile/DetailsTab.js")),
  listsTab("projects"),
  listsTab("documents"),
  listsTab("deals"),
  tab("files", ["files:read"], () => import("../features/files/FilesTab.js")),
];

function tab(
  id: ProfileTabId,
  needs: readonly Permission[],
  load: () => Promise<{ Tab: TabComponent }>,
): ProfileTab {
  const Component = lazy(async () => ({ default: (await load()).Tab }));
  return { id, label: `profile.tab.${id}`, needs, Component };
}

/** A tab with the lists that records place on it. */
function listsTab(id: ProfileTabId): ProfileTab {
  const needs = allRecords
    .filter(({ lists }) => lists?.some((list) => list.tab === id))
    .map(({ read }) => read);
  return { id, label: `profile.tab.${id}`, needs, Component: RecordsTab };
}
