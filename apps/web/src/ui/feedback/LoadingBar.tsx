import classes from "./LoadingBar.module.css";

/** The 2 px bar over data that is being renewed; the old data stays below it. */
export function LoadingBar({ active, label }: { active: boolean; label: string }) {
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label={label}
      aria-hidden={active ? undefined : true}
      data-active={active || undefined}
      data-print="hide"
    />
  );
}
