import type { ReactNode } from "react";
import classes from "./EmptyState.module.css";

interface EmptyStateProps {
  /** One sentence: what is not there, and why that may be. */
  children: ReactNode;
  icon?: ReactNode;
  /** The one thing to do about it: a button or a link. */
  action?: ReactNode;
}

/** Stands where records would be: one sentence, one thing to do. */
export function EmptyState({ children, icon, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon && (
        <span className={classes.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <p className={classes.text}>{children}</p>
      {action}
    </div>
  );
}
