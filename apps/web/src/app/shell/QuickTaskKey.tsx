import { lazy, Suspense, useState } from "react";
import { useMatch } from "react-router";
import { useT } from "../../i18n/useT.js";
import { withMessages } from "../../locales/loadMessages.js";
import { useMay } from "../../session/viewer.js";
import { useAction } from "../../ui/shortcuts/useAction.js";
import { keepTyping, takeTyped } from "./palette/typeAhead.js";

const QuickTask = lazy(
  withMessages(["profile", "issues"], () => import("../../features/tasks/quick/QuickTask.js")),
);

/** A task from anywhere by one line, for the customer on screen unless the line names another one. */
export function QuickTaskKey() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const customerId = useMatch("/customers/:id/:tab")?.params.id ?? null;
  function start() {
    // Who types at once must not wait for the dialog's code.
    keepTyping();
    setOpen(true);
  }
  useAction(t("shell.newTask"), start, {
    keys: "t",
    group: t("ui.anywhere"),
    enabled: useMay("tasks:own"),
  });
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <QuickTask customerId={customerId} takeTyped={takeTyped} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
