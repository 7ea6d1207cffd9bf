import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { useLocation } from "react-router";
import { paths } from "../../../paths.js";
import type { Answer } from "../../../test/answering.js";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { viewerAs } from "../../../test/viewers.js";
import CommandPalette from "./CommandPalette.js";

const customers = [
  { id: "twin", displayName: "Fábrica Gêmeo" },
  { id: "wanted", displayName: "Fábrica Ltda" },
];

/** Finds customers whose name contains every word. */
const find: Answer = ({ text }) => {
  const words = String(text).split(" ");
  const found = customers.filter(({ displayName }) =>
    words.every((word) => displayName.toLowerCase().includes(word)),
  );
  const nodes = found.map((customer) => ({
    __typename: "SearchResult",
    type: "CUSTOMER",
    title: customer.displayName,
    excerpt: null,
    customer: { __typename: "Customer", ...customer },
    record: { __typename: "Customer", id: customer.id, number: "C-1", taxId: null, address: null },
  }));
  return { search: { __typename: "SearchResults", nodes } };
};

function Toggled() {
  const [opened, setOpened] = useState(true);
  return (
    <>
      <CommandPalette opened={opened} onClose={() => setOpened(false)} />
      <button type="button" onClick={() => setOpened(!opened)}>
        Toggle
      </button>
    </>
  );
}

const Place = () => <h1>{useLocation().pathname}</h1>;

async function openPalette() {
  await renderWithApi(
    <>
      <CommandPalette opened onClose={() => undefined} />
      <Place />
    </>,
    { answers: [["SearchRecords", find]] },
  );
  const field = await screen.findByRole("textbox");
  const type = (text: string) => fireEvent.change(field, { target: { value: text } });
  const enter = () => fireEvent.keyDown(field, { key: "Enter", code: "Enter" });
  return { type, enter };
}

test("Enter waits for the results of all that was typed", async () => {
  const { type, enter } = await openPalette();
  type("fábrica");
  await waitFor(() => expect(screen.getByText("Fábrica Gêmeo")).toBeVisible());
  type("fábrica ltda");
  enter();
  expect(await screen.findByRole("heading", { name: paths.customer("wanted") })).toBeVisible();
});

test("Enter opens nothing where the letters that follow it are about another", async () => {
  const { type, enter } = await openPalette();
  type("fábrica gêm");
  enter();
  type("fábrica ltda");
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(screen.getByRole("heading", { name: "/" })).toBeVisible();
  enter();
  expect(await screen.findByRole("heading", { name: paths.customer("wanted") })).toBeVisible();
});

test("nothing is left of the last search where it opens again while it closes", async () => {
  await renderWithApi(<Toggled />, { answers: [["SearchRecords", find]] });
  const field = await screen.findByRole("textbox");
  fireEvent.change(field, { target: { value: "fábrica" } });
  const toggle = screen.getByRole("button", { name: "Toggle", hidden: true });
  fireEvent.click(toggle);
  fireEvent.click(toggle);
  expect(await screen.findByRole("textbox")).toHaveValue("");
});

test("offers the customers that were opened last, before anything is typed", async () => {
  localStorage.setItem(`clientela.recentCustomers.${viewerAs("admin").id}`, '["wanted","gone"]');
  const customer = { __typename: "Customer", id: "wanted", displayName: "Fábrica Ltda" };
  await renderWithApi(<CommandPalette opened onClose={() => undefined} />, {
    answers: [
      [
        "RecentCustomers",
        ({ ids }) => {
          expect(ids).toEqual(["wanted", "gone"]);
          return { nodes: [{ ...customer, number: "C-1", taxId: null, address: null }, null] };
        },
      ],
    ],
  });
  expect(await screen.findByText("Fábrica Ltda")).toBeVisible();
});

test("leads on to the page with all results", async () => {
  const { type } = await openPalette();
  type("fábrica");
  fireEvent.click(await screen.findByText("All results for “fábrica”"));
  expect(await screen.findByRole("heading", { name: "/search" })).toBeVisible();
});
