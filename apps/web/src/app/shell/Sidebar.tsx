import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSearch,
} from "@tabler/icons-react";
import { Link } from "react-router";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { Kbd } from "../../ui/values/Kbd.js";
import { Logo } from "../Logo.js";
import { NavItem } from "./NavItem.js";
import { financeItems, financePermission, footItems, workItems } from "./navigation.js";
import { PersonMenu } from "./PersonMenu.js";
import classes from "./Sidebar.module.css";

interface SidebarProps {
  folded: boolean;
  /** Left out where the page leaves no room to unfold it. */
  onToggle?: () => void;
  onSearch: () => void;
}

/** The navigation at the left: 220 px, or 56 px with icons alone. */
export function Sidebar({ folded, onToggle, onSearch }: SidebarProps) {
  const t = useT();
  const seesFinance = useMay(financePermission);
  return (
    <div className={classes.sidebar} data-folded={folded || undefined} data-print="hide">
      <div className={classes.top}>
        <Link to={paths.customers} className={classes.logo} aria-label={t("entry.product")}>
          <Logo />
          <span className={classes.name}>{t("entry.product")}</span>
        </Link>
        {onToggle && (
          <Tooltip label={t("shell.toggleSidebar")} position="right">
            <ActionIcon
              size={28}
              aria-label={t("shell.toggleSidebar")}
              aria-expanded={!folded}
              onClick={onToggle}
            >
              {folded ? (
                <IconLayoutSidebarLeftExpand size={16} />
              ) : (
                <IconLayoutSidebarLeftCollapse size={16} />
              )}
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <Tooltip label={t("shell.search")} position="right" disabled={!folded} openDelay={0}>
        <button type="button" className={classes.search} onClick={onSearch}>
          <IconSearch size={16} stroke={1.6} aria-hidden="true" />
          <span className={classes.name}>{t("shell.search")}</span>
          <span className={classes.keys} aria-hidden="true">
            <Kbd keys="mod+k" />
          </span>
        </button>
      </Tooltip>
      <nav className={classes.nav} aria-label={t("shell.navigation")}>
        <h2 className={classes.group}>{t("shell.sales")}</h2>
        {workItems.map((item) => (
          <NavItem key={item.to} item={item} folded={folded} />
        ))}
        {seesFinance && <h2 className={classes.group}>{t("shell.finance")}</h2>}
        {financeItems.map((item) => (
          <NavItem key={item.to} item={item} folded={folded} />
        ))}
        <div className={classes.foot}>
          {footItems.map((item) => (
            <NavItem key={item.to} item={item} folded={folded} />
          ))}
        </div>
      </nav>
      <PersonMenu folded={folded} />
    </div>
  );
}
