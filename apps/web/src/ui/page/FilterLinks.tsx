import { type ReactNode, useRef } from "react";
import { Link, type To } from "react-router";
import { useFormat } from "../../i18n/useFormat.js";
import { useWhenChanged } from "../useWhenChanged.js";
import classes from "./FilterLinks.module.css";
import { scrollAcross } from "./scrollAcross.js";

/** One of several views of a list; it has a URL of its own. */
export interface FilterLink {
  to: To;
  label: ReactNode;
  active: boolean;
  count?: number;
}

interface FilterLinksProps {
  label: string;
  links: readonly FilterLink[];
  /** Segments hang together and pick a part; chips stand alone and narrow it. */
  look?: "segments" | "chips";
}

/** Views of a list as links, so that each can be sent and come back to. */
export function FilterLinks({ label, links, look = "chips" }: FilterLinksProps) {
  const format = useFormat();
  const nav = useRef<HTMLElement>(null);
  const shown = links.findIndex(({ active }) => active);

  // Counts that come later push the link on screen aside.
  const counts = links.map(({ count }) => count).join();

  // On a phone they scroll sideways, and a link may have led to one of the last.
  useWhenChanged(`${shown} ${counts}`, () => {
    const link = nav.current?.children[shown];
    if (nav.current && link instanceof HTMLElement) scrollAcross(nav.current, link);
  });

  return (
    <nav ref={nav} aria-label={label} className={classes[look]} data-print="hide">
      {links.map(({ to, label: name, active, count }, index) => (
        <Link
          // biome-ignore lint/suspicious/noArrayIndexKey: the links of a list keep their places.
          key={index}
          to={to}
          replace
          preventScrollReset
          className={classes.link}
          aria-current={active ? "true" : undefined}
        >
          {name}
          {count !== undefined && <span className={classes.count}>{format.number(count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
