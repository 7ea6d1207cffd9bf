import { useEffect } from "react";
import { useT } from "../../../i18n/useT.js";
import { registerShortcut } from "../../shortcuts/shortcuts.js";
import { useShortcut } from "../../shortcuts/useShortcut.js";

interface GridShortcutOptions {
  enabled: boolean;
  selectable: boolean;
  /** Whether Enter opens a row, and Space looks into it. */
  opens: boolean;
  peeks: boolean;
  move: (by: 1 | -1) => void;
  select: () => void;
}

/**
 * The single keys of a list: J and K move, X chooses. They work from anywhere on the page. The help lists those
 * besides that the grid hears while it has the focus.
 */
export function useGridShortcuts(options: GridShortcutOptions): void {
  const { enabled, selectable, opens, peeks, move, select } = options;
  const t = useT();
  const group = t("grid.inList");
  useShortcut("j", () => move(1), { label: t("grid.nextRow"), group, enabled });
  useShortcut("k", () => move(-1), { label: t("grid.previousRow"), group, enabled });
  useShortcut("x", select, {
    label: t("grid.selectActive"),
    group,
    enabled: enabled && selectable,
  });

  useEffect(() => {
    if (!enabled) return;
    const ends = [
      ...(opens ? [{ keys: "enter", label: t("grid.openRow"), group }] : []),
      ...(peeks ? [{ keys: "space", label: t("grid.peekRow"), group }] : []),
      ...(selectable ? [{ keys: "shift+↓", label: t("grid.selectMore"), group }] : []),
    ].map(registerShortcut);
    return () => {
      for (const end of ends) end();
    };
  }, [enabled, opens, peeks, selectable, group, t]);
}
