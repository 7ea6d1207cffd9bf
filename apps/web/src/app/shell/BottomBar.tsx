import { IconSearch } from "@tabler/icons-react";
import { NavLink } from "react-router";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import classes from "./BottomBar.module.css";
import { footItems, workItems } from "./navigation.js";
import { PersonMenu } from "./PersonMenu.js";

/** The navigation of a phone. */
export function BottomBar({ onSearch }: { onSearch: () => void }) {
  const t = useT();
  const { permissions } = useViewer();
  const items = [...workItems, ...footItems].filter(
    ({ inBottomBar, needs }) => inBottomBar && (!needs || permissions.has(needs)),
  );
  return (
    <nav className={classes.bar} aria-label={t("shell.navigation")} data-print="hide">
      {items.map(({ to, label, icon: Icon }) => (
        <NavLink key={to} to={to} className={classes.item}>
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          <span>{t(label)}</span>
        </NavLink>
      ))}
      <button type="button" className={classes.item} onClick={onSearch}>
        <IconSearch size={20} stroke={1.6} aria-hidden="true" />
        <span>{t("shell.search")}</span>
      </button>
      <PersonMenu folded />
    </nav>
  );
}
