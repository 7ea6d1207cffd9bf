import { Menu } from "@mantine/core";
import { IconMenu2, IconSearch } from "@tabler/icons-react";
import { NavLink, useLocation } from "react-router";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import classes from "./BottomBar.module.css";
import { financeItems, footItems, workItems } from "./navigation.js";
import { PersonMenu } from "./PersonMenu.js";

/** The navigation of a phone: the two pages people are on most, search, and a menu with all others. */
export function BottomBar({ onSearch }: { onSearch: () => void }) {
  const t = useT();
  const { permissions } = useViewer();
  const { pathname } = useLocation();
  const items = [...workItems, ...financeItems, ...footItems].filter(
    ({ needs }) => !needs || permissions.has(needs),
  );
  const others = items.filter(({ inBottomBar }) => !inBottomBar);
  const isHere = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  return (
    <nav className={classes.bar} aria-label={t("shell.navigation")} data-print="hide">
      {items
        .filter(({ inBottomBar }) => inBottomBar)
        .map(({ to, label, icon: Icon }) => (
          <NavLink key={to} to={to} className={classes.item}>
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            <span>{t(label)}</span>
          </NavLink>
        ))}
      <button type="button" className={classes.item} onClick={onSearch}>
        <IconSearch size={20} stroke={1.6} aria-hidden="true" />
        <span>{t("shell.search")}</span>
      </button>
      <Menu position="top-end" width={220}>
        <Menu.Target>
          <button
            type="button"
            className={classes.item}
            aria-current={others.some(({ to }) => isHere(to)) || undefined}
          >
            <IconMenu2 size={20} stroke={1.6} aria-hidden="true" />
            <span>{t("shell.more")}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map(({ to, label, icon: Icon }) => (
            <Menu.Item
              key={to}
              component={NavLink}
              to={to}
              className={classes.entry}
              leftSection={<Icon size={18} stroke={1.6} aria-hidden="true" />}
            >
              {t(label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <PersonMenu folded />
    </nav>
  );
}
