import { useEffect, useRef } from "react";
import { NavLink, type To, useLocation } from "react-router";
import { useFormat } from "../i18n/useFormat.js";
import classes from "./LinkTabs.module.css";

/** One tab; it has a URL, so it can be opened beside, sent and come back to. */
export interface LinkTab {
  to: To;
  label: string;
  count?: number;
  /** A dot for changes that are not saved. */
  unsaved?: boolean;
  /** Says whether the tab is the one on screen, where the path alone does not tell. */
  active?: boolean;
}

/** Tabs that are links, with counts; they scroll sideways on a phone. */
export function LinkTabs({ tabs, label }: { tabs: readonly LinkTab[]; label: string }) {
  const format = useFormat();
  const list = useRef<HTMLElement>(null);
  const { pathname } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab on screen follows the path.
  useEffect(() => {
    const active = list.current?.querySelector("[aria-current='page']");
    active?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [pathname]);

  return (
    <nav ref={list} aria-label={label} className={classes.tabs}>
      {tabs.map(({ to, label: name, count, unsaved, active }) => (
        <NavLink
          key={name}
          to={to}
          end
          preventScrollReset
          className={({ isActive }) => ((active ?? isActive) ? classes.active : classes.tab)}
          aria-current={active === undefined ? undefined : active ? "page" : "false"}
        >
          {name}
          {count !== undefined && <span className={classes.count}>{format.number(count)}</span>}
          {unsaved && <span className={classes.dot} role="img" aria-label="•" />}
        </NavLink>
      ))}
    </nav>
  );
}
