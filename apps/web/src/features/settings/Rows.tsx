import type { ReactNode } from "react";
import classes from "./Rows.module.css";
import { Section } from "./Section.js";

interface RowsProps {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** A group of settings under a heading. */
export function Rows({ title, hint, children }: RowsProps) {
  return (
    <Section title={title} hint={hint}>
      <dl className={classes.rows}>{children}</dl>
    </Section>
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
