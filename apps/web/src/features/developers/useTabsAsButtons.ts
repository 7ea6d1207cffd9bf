import { type RefObject, useEffect } from "react";

/**
 * The editor's tabs hold buttons (close, open), which the role "tab" does not allow. Screen readers
 * get what is there in truth: a list of buttons, of which one is the current.
 */
export function useTabsAsButtons(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    correct(element);
    const observer = new MutationObserver(() => correct(element));
    observer.observe(element, {
      subtree: true,
      childList: true,
      attributeFilter: ["aria-selected", "role"],
    });
    return () => observer.disconnect();
  }, [root]);
}

function correct(element: HTMLElement) {
  for (const list of element.querySelectorAll("[role='tablist']")) list.removeAttribute("role");
  for (const panel of element.querySelectorAll("[role='tabpanel']")) {
    panel.setAttribute("role", "group");
  }
  for (const tab of element.querySelectorAll(".graphiql-tab")) {
    tab.removeAttribute("role");
    tab.removeAttribute("aria-selected");
    const current = tab.classList.contains("graphiql-tab-active");
    tab.querySelector("button")?.setAttribute("aria-current", String(current));
  }
}
