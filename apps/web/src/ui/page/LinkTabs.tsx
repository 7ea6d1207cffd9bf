import { type ReactNode, useRef } from "react";
import { NavLink, type To, useLocation } from "react-router";
import { useFormat } from "../../i18n/useFormat.js";
import { useWhenChanged } from "../useWhenChanged.js";
import classes from "./LinkTabs.module.css";
import { scrollAcross } from "./scrollAcross.js";

/** One tab; it has a URL, so it can be opened next to, sent and come back to. */
export interface LinkTab {
  to: To;
  label: string;
  count?: number;
  /** Draws a dot for changes that are not saved, which it says in words. */
  unsaved?: string;
  /** Whether the tab is the one on screen, where the path alone does not say. */
  active?: boolean;
}

interface LinkTabsProps {
  tabs: readonly LinkTab[];
  label: string;
  /** Stands after the tabs: buttons. */
  children?: ReactNode;
}

/** Tabs that are links, with counts; they scroll sideways on a phone. */
export function LinkTabs({ tabs, label, children }: LinkTabsProps) {
  const format = useFormat();
  const list = useRef<HTMLElement>(null);
  const { pathname } = useLocation();

  const shown = tabs.find(({ active }) => active)?.label;
  // Counts that come later push the tab on screen aside.
  const counts = tabs.map(({ count }) => count).join();

  useWhenChanged(`${pathname} ${shown} ${counts}`, () => {
    const active = list.current?.querySelector("[aria-current='page']");
    if (list.current && active instanceof HTMLElement) scrollAcross(list.current, active);
  });

  return (
    <div className={classes.bar} data-print="hide">
      <nav ref={list} aria-label={label} className={classes.tabs}>
        {tabs.map(({ to, label: name, count, unsaved, active }) => (
          <NavLink
            key={typeof to === "string" ? to : `${name} ${to.search}`}
            to={to}
            end
            preventScrollReset
            className={({ isActive }) => ((active ?? isActive) ? classes.active : classes.tab)}
            aria-current={active === undefined ? undefined : active ? "page" : "false"}
          >
            {name}
            {count !== undefined && <span className={classes.count}>{format.number(count)}</span>}
            {unsaved && <span className={classes.dot} role="img" aria-label={unsaved} />}
          </NavLink>
        ))}
      </nav>
      {children && <div className={classes.after}>{children}</div>}
    </div>
  );
}
