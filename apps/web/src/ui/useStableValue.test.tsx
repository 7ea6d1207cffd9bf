import { renderHook } from "@testing-library/react";
import { useMemo } from "react";
import { useStableValue } from "./useStableValue.js";

function useMade(make: (filter: object) => object, filter: object) {
  const stable = useStableValue(filter);
  return useMemo(() => make(stable), [make, stable]);
}

it("makes what depends on a value once for each that says something else", () => {
  const make = jest.fn((filter: object) => ({ filter }));
  const { result, rerender } = renderHook(({ filter }) => useMade(make, filter), {
    initialProps: { filter: { status: ["ACTIVE"] } },
  });
  const first = result.current;
  rerender({ filter: { status: ["ACTIVE"] } });
  expect(result.current).toBe(first);
  rerender({ filter: { status: ["LEAD"] } });
  expect(result.current).toEqual({ filter: { status: ["LEAD"] } });
  expect(make).toHaveBeenCalledTimes(2);
});
