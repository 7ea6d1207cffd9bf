import type { ReactNode } from "react";
import { Logo } from "../Logo.js";
import classes from "./EntryCard.module.css";
import { LanguageLinks } from "./LanguageLinks.js";

interface EntryCardProps {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** The card of 360 px in which the pages before sign-in stand. */
export function EntryCard({ title, hint, children }: EntryCardProps) {
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Logo size={32} />
        <h1 className={classes.title}>{title}</h1>
        {hint && <p className={classes.hint}>{hint}</p>}
        {children}
      </div>
      <LanguageLinks />
    </main>
  );
}
