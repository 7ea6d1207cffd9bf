import type { ReactNode } from "react";
import classes from "./FieldRow.module.css";

interface FieldRowProps {
  label: string;
  /** The value: an inline edit, or text. */
  children: ReactNode;
  /** What can be done with the value: copy, write, call. */
  action?: ReactNode;
  /** Next to the name: the button for what the value was before. */
  past?: ReactNode;
}

/** A field of a record at rest: its name, its value, and what to do with it. Stands in a `dl`. */
export function FieldRow({ label, children, action, past }: FieldRowProps) {
  return (
    <div className={classes.row}>
      <dt className={classes.label}>
        <span className={classes.name}>{label}</span>
        {past}
      </dt>
      <dd className={classes.value}>
        <div className={classes.content}>{children}</div>
        {action && <div className={classes.action}>{action}</div>}
      </dd>
    </div>
  );
}

/** A group of fields under a heading. */
export function FieldGroup({
  title,
  aside,
  children,
}: {
  title: string;
  /** At the right of the heading: a button, a link. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.group} aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** The list that rows of fields stand in. */
export function FieldList({ children, wide }: { children: ReactNode; wide?: boolean }) {
  return (
    <dl className={classes.list} data-wide={wide || undefined}>
      {children}
    </dl>
  );
}
