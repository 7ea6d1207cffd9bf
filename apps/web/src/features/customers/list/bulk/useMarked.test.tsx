import { act, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { useMarked } from "./useMarked.js";

function List() {
  const page = useRef<HTMLDivElement>(null);
  const { mark } = useMarked(page);
  return (
    <div ref={page}>
      <input type="search" aria-label="Search" />
      <div tabIndex={-1} data-cell="3:1">
        New row
      </div>
      <button type="button" onClick={() => mark("id", 3)}>
        Add
      </button>
    </div>
  );
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("a new row gets the focus", () => {
  render(<List />);
  act(() => screen.getByRole("button").click());
  act(() => jest.advanceTimersByTime(200));
  expect(screen.getByText("New row")).toHaveFocus();
});

test("but not from someone who has begun to search", () => {
  render(<List />);
  act(() => screen.getByRole("button").click());
  act(() => screen.getByRole("searchbox").focus());
  act(() => jest.advanceTimersByTime(200));
  expect(screen.getByRole("searchbox")).toHaveFocus();
});
