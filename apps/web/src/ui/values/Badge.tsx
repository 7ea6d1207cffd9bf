import type { ReactNode } from "react";
import classes from "./Badge.module.css";

/** The tones of a status: green is settled, amber waits, red is late, blue is in force, grey is at rest. */
export type Tone = "green" | "amber" | "red" | "blue" | "violet" | "grey";

interface BadgeProps {
  tone: Tone;
  /** The word; a colour never says it alone. */
  children: ReactNode;
  /** Strikes the word through, for what was cancelled. */
  struck?: boolean;
}

/** A status: a dot and a word. */
export function Badge({ tone, children, struck = false }: BadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <span className={classes.dot} aria-hidden="true" />
      <span className={struck ? classes.struck : classes.word}>{children}</span>
    </span>
  );
}
