import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useMatch } from "react-router";

const storageKey = "clientela.sidebar";
// It must not be wide for a moment if there is no room for it.
const atOnce = { getInitialValueInEffect: false };

/** The state of the sidebar. */
export interface SidebarState {
  folded: boolean;
  toggle: () => void;
  /** The page needs its room, so that it cannot be unfolded. */
  crowded: boolean;
}

/** Whether the sidebar is folded to its icons; remembered on this device. */
export function useSidebar(): SidebarState {
  const [folded, setFolded] = useState(readStored);
  const narrow = useMediaQuery("(max-width: 1023px)", false, atOnce);
  const small = useMediaQuery("(max-width: 1365px)", false, atOnce);
  // The profile has a panel of its own at the right.
  const onProfile = useMatch("/customers/:id/:tab") !== null;
  const crowded = narrow || (small && onProfile);
  function toggle() {
    setFolded(!folded);
    try {
      localStorage.setItem(storageKey, folded ? "open" : "folded");
    } catch {
      // Storage is switched off: the choice holds until the page is left.
    }
  }
  return { folded: folded || crowded, toggle, crowded };
}

function readStored(): boolean {
  try {
    return localStorage.getItem(storageKey) === "folded";
  } catch {
    return false;
  }
}
