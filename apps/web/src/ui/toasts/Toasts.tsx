import { Button, CloseButton } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { useT } from "../../i18n/useT.js";
import { useShortcut } from "../shortcuts/useShortcut.js";
import classes from "./Toasts.module.css";
import { closeToast, listToasts, subscribeToasts, type Toast } from "./toasts.js";

const lifeMs = 10_000;

/** The corner in which toasts stand; one in the whole app. */
export function Toasts() {
  const t = useT();
  const toasts = useSyncExternalStore(subscribeToasts, listToasts);
  const undoable = toasts.findLast(({ onUndo }) => onUndo);
  useShortcut(
    "mod+z",
    () => {
      if (undoable) takeBack(undoable);
    },
    { label: t("ui.undo"), group: t("ui.anywhere"), enabled: undoable !== undefined },
  );
  return (
    <section
      className={classes.corner}
      aria-label={t("ui.messages")}
      aria-live="polite"
      data-print="hide"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function takeBack({ id, onUndo }: Toast) {
  closeToast(id);
  onUndo?.();
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useT();
  const [held, setHeld] = useState(false);
  const left = useRef(lifeMs);
  const close = useEffectEvent(() => closeToast(toast.id));

  useEffect(() => {
    if (held || toast.failed) return;
    const from = performance.now();
    const timer = setTimeout(() => close(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - from;
    };
  }, [held, toast.failed]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only holds the clock.
    <div
      className={classes.toast}
      data-failed={toast.failed || undefined}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={classes.message}>{toast.message}</span>
      {toast.onUndo && (
        <Button size="compact-sm" variant="subtle" color="brand.3" onClick={() => takeBack(toast)}>
          {t("ui.undo")}
        </Button>
      )}
      <CloseButton
        size={24}
        variant="transparent"
        c="inherit"
        aria-label={t("ui.close")}
        onClick={() => closeToast(toast.id)}
      />
    </div>
  );
}
