import { useEffect, useEffectEvent, useRef } from "react";

/** Does something after the first render, and after each in which `key` is another one. */
export function useWhenChanged(key: string, act: () => void): void {
  const last = useRef<string>(undefined);
  const run = useEffectEvent(act);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    run();
  }, [key]);
}
