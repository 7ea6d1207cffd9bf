import type { CSSProperties, ReactNode } from "react";
import { Link, type To } from "react-router";
import type { Tone } from "../values/Badge.js";
import classes from "./SummaryCard.module.css";

/** One metric of a card: a link into the records that it counts. */
export interface SummaryMetric {
  label: string;
  value: ReactNode;
  /** How many they are, where the value is what they come to. */
  count?: string;
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
}

/** A card whose every number is a link of its own: what records come to first, and how many they are after it. */
export function SummaryCard({ title, icon, metrics }: SummaryCardProps) {
  const counted = metrics.some(({ count }) => count !== undefined);
  return (
    <section
      className={classes.card}
      data-amounts={counted || undefined}
      style={roomOf(metrics.length, counted)}
      aria-label={title}
    >
      <h2 className={classes.title}>
        {icon && (
          <span className={classes.icon} aria-hidden="true">
            {icon}
          </span>
        )}
        {title}
      </h2>
      <ul className={classes.metrics}>
        {metrics.map(({ label, value, count, to, tone, active }) => (
          <li key={label} className={classes.item}>
            <Link
              to={to}
              className={classes.metric}
              data-tone={tone}
              aria-current={active ? "true" : undefined}
            >
              <span className={classes.value}>{value}</span>
              <span className={classes.label}>
                {count === undefined ? label : `${count} ${label}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How much room a card wants beside others, by its metrics. */
export function roomOf(metrics: number, amounts: boolean): CSSProperties {
  return { "--room": amounts ? metrics * 2 : metrics } as CSSProperties;
}
