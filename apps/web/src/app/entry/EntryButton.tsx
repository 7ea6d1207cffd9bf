import type { ComponentProps } from "react";
import classes from "./EntryButton.module.css";

interface EntryButtonProps extends ComponentProps<"button"> {
  /** Shows that the server is at work; a second click does nothing. */
  busy?: boolean;
}

/** The main button of the pages before sign-in, and of the error page. */
export function EntryButton({ busy = false, children, onClick, ...rest }: EntryButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes.button}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      <span className={classes.text}>{children}</span>
    </button>
  );
}
