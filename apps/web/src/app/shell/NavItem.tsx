import { Tooltip } from "@mantine/core";
import { NavLink } from "react-router";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import type { NavigationItem } from "./navigation.js";
import classes from "./Sidebar.module.css";

/** One link of the sidebar; folded, its name is a tooltip. */
export function NavItem({ item, folded }: { item: NavigationItem; folded: boolean }) {
  const t = useT();
  const { permissions } = useViewer();
  if (item.needs && !permissions.has(item.needs)) return null;
  const label = t(item.label);
  return (
    <Tooltip label={label} position="right" disabled={!folded} openDelay={0}>
      <NavLink to={item.to} className={classes.item}>
        <item.icon size={18} stroke={1.6} aria-hidden="true" />
        <span className={classes.name}>{label}</span>
      </NavLink>
    </Tooltip>
  );
}
