import classes from "./Kbd.module.css";

const apple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

const glyphs: Record<string, string> = apple
  ? { mod: "⌘", shift: "⇧", alt: "⌥", enter: "↵", escape: "Esc", space: "Space" }
  : { mod: "Ctrl", shift: "Shift", alt: "Alt", enter: "Enter", escape: "Esc", space: "Space" };

/** The keys of a shortcut as a person of this system reads them: `mod+k` as Ctrl K or ⌘ K. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split(/[+ ]/).map((key) => (
        <kbd key={key} className={classes.key}>
          {glyphs[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
        </kbd>
      ))}
    </span>
  );
}
