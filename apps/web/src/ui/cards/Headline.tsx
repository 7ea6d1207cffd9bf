import type { ReactNode } from "react";
import { Link, type To } from "react-router";
import classes from "./Headline.module.css";

interface HeadlineProps {
  /** What it answers, in a word or two. */
  title: string;
  /** The answer itself. */
  value: ReactNode;
  /** Where it leads. */
  to?: To;
  /** What is to be known besides, in a line. */
  detail?: ReactNode;
  tone?: "red";
}

/** One answer of the first row of a profile, under what it answers. */
export function Headline({ title, value, to, detail, tone }: HeadlineProps) {
  return (
    <section className={classes.headline} aria-label={title} data-tone={tone}>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.value}>
        {to === undefined ? (
          value
        ) : (
          <Link to={to} preventScrollReset className={classes.link}>
            {value}
          </Link>
        )}
      </div>
      <div className={classes.detail}>{detail}</div>
    </section>
  );
}
