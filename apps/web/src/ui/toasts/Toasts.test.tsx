import { act, fireEvent, screen } from "@testing-library/react";
import { renderApp } from "../../test/renderApp.js";
import { Toasts } from "./Toasts.js";
import { showToast } from "./toasts.js";

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  act(() => jest.runAllTimers());
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

describe("a toast", () => {
  it("goes after ten seconds, but not under the pointer", async () => {
    await renderApp(<Toasts />);
    act(() => showToast({ message: "Archived" }));
    pass(6000);
    fireEvent.mouseEnter(screen.getByText("Archived"));
    pass(60_000);
    expect(screen.getByText("Archived")).toBeInTheDocument();
    fireEvent.mouseLeave(screen.getByText("Archived"));
    pass(3900);
    expect(screen.getByText("Archived")).toBeInTheDocument();
    pass(200);
    expect(screen.queryByText("Archived")).not.toBeInTheDocument();
  });

  it("takes the newest action back by Ctrl Z", async () => {
    const first = jest.fn();
    const second = jest.fn();
    await renderApp(<Toasts />);
    act(() => showToast({ message: "One", onUndo: first }));
    act(() => showToast({ message: "Two", onUndo: second }));
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    expect(second).toHaveBeenCalledTimes(1);
    expect(first).not.toHaveBeenCalled();
    expect(screen.queryByText("Two")).not.toBeInTheDocument();
  });
});
