import { useEffect, useRef } from "react";

const RELEASES = ["mouseup", "dragend", "pointercancel"] as const;

/**
 * Runs something at once, or, while a button of the mouse is pressed, right after its click. What appears when a field is
 * left would otherwise move the control that the press means from under the pointer, and the click would be lost.
 */
export function useAfterPress(): (run: () => void) => void {
  const pressed = useRef(false);
  useEffect(() => {
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    document.addEventListener("mousedown", () => (pressed.current = true), options);
    for (const release of RELEASES) {
      document.addEventListener(release, () => (pressed.current = false), options);
    }
    return () => listening.abort();
  }, []);

  return (run) => {
    if (!pressed.current) return run();
    const released = new AbortController();
    const after = () => {
      released.abort();
      // The click follows the release in the same task.
      setTimeout(run);
    };
    for (const release of RELEASES) {
      document.addEventListener(release, after, { signal: released.signal });
    }
  };
}
