import { useRef } from "react";

/** The value of the last render while it says the same, so that what depends on it is not made anew. */
export function useStableValue<Value>(value: Value): Value {
  const stable = useRef(value);
  if (JSON.stringify(stable.current) !== JSON.stringify(value)) stable.current = value;
  return stable.current;
}
