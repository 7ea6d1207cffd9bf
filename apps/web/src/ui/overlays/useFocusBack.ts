import { useEffect } from "react";

// Where the focus was on the page itself, for what opens over something that is gone when it closes.
let onPage: HTMLElement | null = null;

/**
 * Gives the focus back to where it was before something opened over the page. The library does so
 * only where a drawer is in the page while it is closed.
 */
export function useFocusBack(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    if (!(before instanceof HTMLElement)) return;
    if (before !== document.body && !before.closest('[role="dialog"]')) onPage = before;
    return () => {
      setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost) (before.isConnected ? before : onPage)?.focus({ preventScroll: true });
      });
    };
  }, [opened]);
}
