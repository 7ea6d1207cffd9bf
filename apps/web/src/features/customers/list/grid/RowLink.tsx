import { type MouseEvent, type ReactNode, use } from "react";
import { Link, useNavigate } from "react-router";
import { ListOriginContext } from "../listOriginContext.js";

interface RowLinkProps {
  to: string;
  children: ReactNode;
  /** The accessible name of the link, if its text is a bare metric. */
  label?: string;
  className?: string;
}

/** A link from the list into a profile, which knows the way back to the list and to its neighbours. */
export function RowLink({ to, children, label, className }: RowLinkProps) {
  const navigate = useNavigate();
  const origin = use(ListOriginContext);

  function follow(event: MouseEvent) {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!plain || event.altKey) return;
    event.preventDefault();
    // The neighbours are those that are loaded when it is followed, not when the row was drawn.
    void navigate(to, { state: origin() });
  }

  return (
    <Link to={to} onClick={follow} aria-label={label} className={className}>
      {children}
    </Link>
  );
}
