import { type ReactNode, useContext, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { Link, useLocation } from "react-router";
import { useT } from "../../i18n/useT.js";
import { HeaderSlotsContext } from "./headerSlots.js";
import classes from "./PageHeader.module.css";

/** One step of the way to a page; a step without a link is only a name. */
export interface Crumb {
  label: string;
  to?: string;
  /** What the history entry of the link carries. */
  state?: unknown;
}

interface PageHeaderProps {
  /** The page's name: the `h1`, the last breadcrumb and the document's title. */
  title: string;
  crumbs?: readonly Crumb[];
  /** Buttons at the right of the frame's header. */
  actions?: ReactNode;
  /** Next to the `h1`: a count, a status. */
  aside?: ReactNode;
  /** Keeps the `h1` for screen readers where the page draws its name in another way. */
  titleHidden?: boolean;
}

/** Names a page: sets the title, fills the frame's header, and takes the focus after a navigation. */
export function PageHeader({ title, crumbs = [], actions, aside, titleHidden }: PageHeaderProps) {
  const slots = useContext(HeaderSlotsContext);
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const firstKey = useRef(key);

  useEffect(() => {
    document.title = `${title} · Clientela`;
  }, [title]);

  useEffect(() => {
    // "default" is the page that the browser opened; its focus belongs to the browser.
    if (firstKey.current !== "default") heading.current?.focus({ preventScroll: true });
  }, []);

  const trail = <Trail crumbs={crumbs} title={title} />;
  return (
    <>
      {slots ? slots.crumbs && createPortal(trail, slots.crumbs) : trail}
      {slots ? slots.actions && createPortal(actions, slots.actions) : actions}
      <div className={titleHidden ? "visually-hidden" : classes.line}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {!titleHidden && aside}
      </div>
    </>
  );
}

function Trail({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }) {
  const t = useT();
  return (
    <nav aria-label={t("ui.breadcrumbs")} className={classes.trail}>
      <ol>
        {crumbs.map(({ label, to, state }) => (
          <li key={label}>
            {to ? (
              <Link to={to} state={state}>
                {label}
              </Link>
            ) : (
              label
            )}
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}
