import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { useLocation } from "react-router";
import { paths } from "../../../paths.js";
import type { Answer } from "../../../test/answering.js";
import { renderWithApi } from "../../../test/renderWithApi.js";
import CommandPalette from "./CommandPalette.js";

const customers = [
  { id: "twin", displayName: "Fábrica Gêmeo" },
  { id: "wanted", displayName: "Fábrica Ltda" },
];

/** Finds customers whose name contains every word. */
const find: Answer = ({ search }) => {
  const words = String(search).split(" ");
  const found = customers.filter(({ displayName }) =>
    words.every((word) => displayName.toLowerCase().includes(word)),
  );
  const node = (customer: (typeof customers)[number]) => ({
    __typename: "Customer",
    ...customer,
    number: "C-1",
    taxId: null,
    address: null,
  });
  return { customers: { edges: found.map((customer) => ({ node: node(customer) })) } };
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
    { answers: [["CommandPalette", find]] },
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
  await renderWithApi(<Toggled />, { answers: [["CommandPalette", find]] });
  const field = await screen.findByRole("textbox");
  fireEvent.change(field, { target: { value: "fábrica" } });
  const toggle = screen.getByRole("button", { name: "Toggle", hidden: true });
  fireEvent.click(toggle);
  fireEvent.click(toggle);
  expect(await screen.findByRole("textbox")).toHaveValue("");
});
