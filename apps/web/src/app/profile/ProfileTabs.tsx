import { useNavigate } from "react-router";
import { useT } from "../../i18n/useT.js";
import { type ProfileTabId, paths } from "../../paths.js";
import { type LinkTab, LinkTabs } from "../../ui/page/LinkTabs.js";
import { useAction } from "../../ui/shortcuts/useAction.js";
import type { ProfileTab } from "../profileTabs.js";

/** How many records a tab holds, where that is known. */
export type TabCounts = Partial<Record<ProfileTabId, number>>;

interface ProfileTabsProps {
  customerId: string;
  tabs: readonly ProfileTab[];
  counts: TabCounts;
}

/** The tabs of the profile as links with counts, with the keys 1 to 6. */
export function ProfileTabs({ customerId, tabs, counts }: ProfileTabsProps) {
  const t = useT();
  const links: LinkTab[] = tabs.map(({ id, label }) => ({
    to: paths.customer(customerId, id),
    label: t(label),
    count: counts[id],
  }));
  return (
    <>
      <LinkTabs tabs={links} label={t("profile.tabs")} />
      {tabs.map((tab, index) => (
        <TabKey key={tab.id} tab={tab} place={index + 1} customerId={customerId} />
      ))}
    </>
  );
}

function TabKey({
  tab: { id, label },
  place,
  customerId,
}: {
  tab: ProfileTab;
  place: number;
  customerId: string;
}) {
  const t = useT();
  const navigate = useNavigate();
  useAction(
    t(label),
    () => navigate(paths.customer(customerId, id), { preventScrollReset: true }),
    { keys: String(place), group: t("profile.shortcuts") },
  );
  return null;
}
