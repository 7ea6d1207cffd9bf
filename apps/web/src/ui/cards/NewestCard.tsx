import type { ReactNode } from "react";
import { Link, type To } from "react-router";
import { useT } from "../../i18n/useT.js";
import classes from "./NewestCard.module.css";

/** One of the newest records. */
export interface NewestItem {
  id: string;
  title: string;
  to: To;
  /** At the right: an amount, a date. */
  end?: ReactNode;
  /** Below: a status, a bar. */
  detail?: ReactNode;
}

interface NewestCardProps {
  title: string;
  /** Where all of them are. */
  all: To;
  items: readonly NewestItem[];
  /** What stands there without any. */
  empty: string;
}

/** The newest records of a kind, with a way to all of them. */
export function NewestCard({ title, all, items, empty }: NewestCardProps) {
  const t = useT();
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <Link to={all} className={classes.all} data-print="hide">
          {t("ui.showAll")} <span className="visually-hidden">{title}</span>
        </Link>
      </div>
      {items.length === 0 ? (
        <p className={classes.empty}>{empty}</p>
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <li key={item.id}>
              <Link to={item.to} preventScrollReset className={classes.item}>
                <span className={classes.name}>{item.title}</span>
                <span className={classes.end}>{item.end}</span>
                {item.detail && <span className={classes.detail}>{item.detail}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
