import { lazy, Suspense, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { useShortcut } from "./useShortcut.js";

const ShortcutDialog = lazy(() => import("./ShortcutDialog.js"));

/** Opens on `?` and lists the shortcuts that work on the page at hand. */
export function ShortcutHelp() {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const [used, setUsed] = useState(false);
  useShortcut(
    "?",
    () => {
      setUsed(true);
      setOpened(true);
    },
    { label: t("ui.shortcuts"), group: t("ui.anywhere") },
  );
  if (!used) return null;
  return (
    <Suspense>
      <ShortcutDialog opened={opened} onClose={() => setOpened(false)} />
    </Suspense>
  );
}
