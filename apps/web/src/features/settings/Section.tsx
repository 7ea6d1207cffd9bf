import { type ReactNode, useId } from "react";
import classes from "./Section.module.css";

interface SectionProps {
  title: string;
  hint?: ReactNode;
  children?: ReactNode;
}

/** A part of a page of settings, under a heading. */
export function Section({ title, hint, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {hint && <p className={classes.hint}>{hint}</p>}
      {children && <div className={classes.body}>{children}</div>}
    </section>
  );
}
