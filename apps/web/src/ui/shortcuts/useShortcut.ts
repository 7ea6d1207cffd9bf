import { useEffect, useEffectEvent } from "react";
import { registerShortcut } from "./shortcuts.js";

interface ShortcutOptions {
  /** What it does, for the help dialog. */
  label: string;
  /** The heading in the help dialog: the page's name, "Anywhere", "In a list". */
  group: string;
  enabled?: boolean;
  /** Runs while a dialog or drawer is open as well. */
  inDialogs?: boolean;
}

/**
 * Runs `handler` on a key (`/`), a chord (`mod+k`, `shift+arrowdown`) or a sequence (`g c`) for as
 * long as the component is on screen. Keys without Ctrl, ⌘ or Alt do nothing while a person types.
 */
export function useShortcut(
  keys: string,
  handler: (event?: KeyboardEvent) => void,
  { label, group, enabled = true, inDialogs = false }: ShortcutOptions,
): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return;
    return registerShortcut({ keys, label, group, inDialogs, run: (event) => run(event) });
  }, [keys, label, group, enabled, inDialogs]);
}
