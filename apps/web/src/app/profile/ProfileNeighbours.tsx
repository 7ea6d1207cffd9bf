import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, type TablerIcon } from "@tabler/icons-react";
import { Link } from "react-router";
import { type ListOrigin, neighboursOf } from "../../features/customers/listOrigin.js";
import { useProfilePrefetch } from "../../features/customers/profilePrefetch.js";
import { useT } from "../../i18n/useT.js";
import { type ProfileTabId, paths } from "../../paths.js";

interface ProfileNeighboursProps {
  origin: ListOrigin | undefined;
  customerId: string;
  tab: ProfileTabId;
}

/** Leads to the customers before and after this one in the list it was opened from. */
export function ProfileNeighbours({ origin, customerId, tab }: ProfileNeighboursProps) {
  const t = useT();
  const prefetch = useProfilePrefetch();
  if (!origin) return null;
  const { previous, next } = neighboursOf(origin, customerId);
  const step = (id: string | undefined, label: string, Icon: TablerIcon) => (
    <Tooltip label={label}>
      {id ? (
        <ActionIcon
          component={Link}
          // In place of this entry, so that Back leads to the list.
          replace
          to={paths.customer(id, tab)}
          state={origin}
          aria-label={label}
          onMouseEnter={() => prefetch(id)}
          onFocus={() => prefetch(id)}
        >
          <Icon size={18} />
        </ActionIcon>
      ) : (
        <ActionIcon disabled aria-label={label}>
          <Icon size={18} />
        </ActionIcon>
      )}
    </Tooltip>
  );
  return (
    <>
      {step(previous, t("profile.previous"), IconChevronLeft)}
      {step(next, t("profile.next"), IconChevronRight)}
    </>
  );
}
