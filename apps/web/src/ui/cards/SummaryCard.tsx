import type { ReactNode } from "react";
import { Link, type To } from "react-router";
import type { Tone } from "../values/Badge.js";
import classes from "./SummaryCard.module.css";

/** One metric of a card: a link into the records that it counts. */
export interface SummaryMetric {
  label: string;
  value: ReactNode;
  /** Under the value: money, hours. */
  detail?: ReactNode;
  to: To;
  /** Red draws the eye to what is late; leave it out where the metric is zero. */
  tone?: Tone;
  /** Whether its records are those on screen. */
  active?: boolean;
}

interface SummaryCardProps {
  title: string;
  icon?: ReactNode;
  metrics: readonly SummaryMetric[];
  /** On one line, for metrics that stand below the others. */
  inline?: boolean;
}

/** A card whose every number is a link of its own. */
export function SummaryCard({ title, icon, metrics, inline }: SummaryCardProps) {
  return (
    <section className={classes.card} data-inline={inline || undefined} aria-label={title}>
      <h2 className={classes.title}>
        {icon && (
          <span className={classes.icon} aria-hidden="true">
            {icon}
          </span>
        )}
        {title}
      </h2>
      <ul className={classes.metrics}>
        {metrics.map(({ label, value, detail, to, tone, active }) => (
          <li key={label} className={classes.item}>
            <Link
              to={to}
              className={classes.metric}
              data-tone={tone}
              aria-current={active ? "true" : undefined}
            >
              <span className={classes.label}>{label}</span>
              <span className={classes.value}>{value}</span>
              {detail && <span className={classes.detail}>{detail}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
