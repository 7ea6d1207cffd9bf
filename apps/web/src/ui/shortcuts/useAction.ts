import { useEffect, useEffectEvent } from "react";
import { registerShortcut } from "./shortcuts.js";

interface ActionOptions {
  /** The keys that run it as well, as `useShortcut` takes them. */
  keys?: string;
  /** The heading in the help dialog and the command palette. */
  group: string;
  enabled?: boolean;
}

/** Offers an action in the command palette, and by its keys, for as long as the component is on screen. */
export function useAction(label: string, handler: () => void, options: ActionOptions): void {
  const { keys = "", group, enabled = true } = options;
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return;
    return registerShortcut({ keys, label, group, action: true, run: () => run() });
  }, [keys, label, group, enabled]);
}
