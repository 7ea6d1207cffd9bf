import { useState } from "react";

const storageKey = "clientela.sidebar";

/** Whether the sidebar is folded to its icons; remembered on this device. */
export function useSidebar(): { folded: boolean; toggle: () => void } {
  const [folded, setFolded] = useState(readStored);
  function toggle() {
    setFolded(!folded);
    try {
      localStorage.setItem(storageKey, folded ? "open" : "folded");
    } catch {
      // Storage is switched off: the choice holds until the page is left.
    }
  }
  return { folded, toggle };
}

function readStored(): boolean {
  try {
    return localStorage.getItem(storageKey) === "folded";
  } catch {
    return false;
  }
}
