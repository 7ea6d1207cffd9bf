import { type ReactNode, useId } from "react";
import classes from "./Rows.module.css";

interface RowsProps {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** A group of settings under a heading. */
export function Rows({ title, hint, children }: RowsProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {hint && <p className={classes.hint}>{hint}</p>}
      <dl className={classes.rows}>{children}</dl>
    </section>
  );
}

interface RowProps {
  name: string;
  hint?: string;
  children: ReactNode;
}

/** One setting: its name at the left, its value or control at the right. */
export function Row({ name, hint, children }: RowProps) {
  return (
    <div className={classes.row}>
      <dt>
        {name}
        {hint && <span className={classes.hint}>{hint}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
