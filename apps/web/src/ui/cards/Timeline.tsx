import type { ReactNode } from "react";
import { useFormat } from "../../i18n/useFormat.js";
import classes from "./Timeline.module.css";

/** One thing that happened. */
export interface TimelineEntry {
  id: string;
  /** RFC 3339. */
  at: string;
  /** Who did what: "Ana changed the owner". */
  text: ReactNode;
  /** What changed: old → new. */
  detail?: ReactNode;
  icon?: ReactNode;
}

/** What happened, newest first, under a heading for each day. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  const format = useFormat();
  const days = Map.groupBy(entries, ({ at }) => format.date(new Date(at)));
  return (
    <section aria-label={label}>
      {[...days].map(([day, items]) => (
        <section key={day} aria-label={day}>
          <h3 className={classes.day}>{day}</h3>
          <ol className={classes.items}>
            {items.map(({ id, at, text, detail, icon }) => (
              <li key={id} className={classes.item}>
                <span className={classes.mark} aria-hidden="true">
                  {icon}
                </span>
                <div className={classes.body}>
                  <span>{text}</span>
                  {detail && <div className={classes.detail}>{detail}</div>}
                </div>
                <time className={classes.time} dateTime={at} title={format.dateTime(at)}>
                  {format.relative(at)}
                </time>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
