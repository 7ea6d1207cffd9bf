import { act, fireEvent, render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { useDrawerParam } from "./useDrawerParam.js";

function Page() {
  const { value, open, close } = useDrawerParam("task");
  return (
    <>
      <p>{value ?? "closed"}</p>
      <button type="button" onClick={() => open("7")}>
        open
      </button>
      <button
        type="button"
        onClick={() => {
          close();
          close();
        }}
      >
        close twice
      </button>
    </>
  );
}

const start = (entries: string[]) => {
  const router = createMemoryRouter([{ path: "*", element: <Page /> }], {
    initialEntries: entries,
    initialIndex: entries.length - 1,
  });
  render(<RouterProvider router={router} />);
  const at = () => router.state.location.pathname + router.state.location.search;
  return { router, at };
};
const click = async (name: string) => {
  await act(async () => {
    fireEvent.click(screen.getByText(name));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
};

it("goes back once, however often it is closed", async () => {
  const { at } = start(["/other", "/a"]);
  await click("open");
  expect(at()).toBe("/a?task=7");
  await click("close twice");
  expect(at()).toBe("/a");
});

it("does not lead to the record before, where another record came in place of the page", async () => {
  const { router, at } = start(["/list", "/a"]);
  await click("open");
  await act(async () =>
    router.navigate("/b?task=7", { replace: true, state: router.state.location.state }),
  );
  await click("close twice");
  expect(at()).toBe("/b");
});

const seen = new Set<unknown>();
function Watched() {
  const { open, close } = useDrawerParam("task");
  seen.add(open).add(close);
  return <Page />;
}

it("keeps its functions through navigations, so that what uses them is not made again", async () => {
  const router = createMemoryRouter([{ path: "*", element: <Watched /> }], {
    initialEntries: ["/a"],
  });
  render(<RouterProvider router={router} />);
  await click("open");
  await click("close twice");
  expect(router.state.location.search).toBe("");
  expect(seen.size).toBe(2);
});
