import { useT } from "../../i18n/useT.js";
import { useShortcut } from "../shortcuts/useShortcut.js";

interface GridShortcutOptions {
  enabled: boolean;
  selectable: boolean;
  move: (by: 1 | -1) => void;
  select: () => void;
}

/** The single keys of a list: J and K move, X chooses. They work from anywhere on the page. */
export function useGridShortcuts({ enabled, selectable, move, select }: GridShortcutOptions): void {
  const t = useT();
  const group = t("grid.inList");
  useShortcut("j", () => move(1), { label: t("grid.nextRow"), group, enabled });
  useShortcut("k", () => move(-1), { label: t("grid.previousRow"), group, enabled });
  useShortcut("x", select, {
    label: t("grid.selectActive"),
    group,
    enabled: enabled && selectable,
  });
}
