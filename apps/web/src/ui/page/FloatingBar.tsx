import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useShortcut } from "../shortcuts/useShortcut.js";
import classes from "./FloatingBar.module.css";

interface FloatingBarProps {
  /** What the bar is called, for screen readers. */
  label: string;
  /** How much is chosen. */
  said: string;
  /** What letting all of it go is called; Esc does it too. */
  clearLabel: string;
  onClear: () => void;
  /** The group of the shortcut in the list of keys. */
  group: string;
  /** What can be done with it. */
  children: ReactNode;
}

/** What can be done with the chosen rows of a list, over its lower end. */
export function FloatingBar(props: FloatingBarProps) {
  const { label, said, clearLabel, onClear, group, children } = props;
  useShortcut("escape", onClear, { label: clearLabel, group });
  return (
    <section className={classes.bar} aria-label={label} data-floating-bar data-print="hide">
      <span className={classes.count} role="status">
        {said}
      </span>
      <div className={classes.actions}>{children}</div>
      <ActionIcon size={28} aria-label={clearLabel} onClick={onClear}>
        <IconX size={16} />
      </ActionIcon>
    </section>
  );
}

/** One of the things that can be done. */
export function FloatingAct(props: { icon: ReactNode; onClick: () => void; children: string }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={classes.action}
      leftSection={props.icon}
      onClick={props.onClick}
    >
      {props.children}
    </Button>
  );
}
