import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import { refused } from "../../test/answering.js";
import { connectionOf, money } from "../../test/connections.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { Component } from "./DealsPage.js";

const deal = (id: string, title: string, value: string, customer: [id: string, name: string]) => ({
  __typename: "Deal",
  id,
  version: 3,
  title,
  stage: "PROPOSAL",
  value: money(value),
  probability: 40,
  expectedCloseOn: null,
  ownerId: null,
  owner: null,
  notes: null,
  customer: { __typename: "Customer", id: customer[0], displayName: customer[1] },
});

const two = [
  deal("d1", "New oven", "1500.00", ["c1", "Padaria Sol"]),
  deal("d2", "Mixer", "70.00", ["c2", "Café Lua"]),
];

function Place() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

async function open(path = "/deals", answer = () => ({ deals: connectionOf(two) }) as object) {
  const api = await renderWithApi(
    <>
      <Component />
      <Place />
    </>,
    { path, answers: [["DealsPage", answer]] },
  );
  return { api, user: userEvent.setup() };
}

describe("the deals of all customers", () => {
  it("name and lead to their customers, and sum up to a total", async () => {
    await open();
    const grid = within(await screen.findByRole("grid", { name: "Deals" }));
    expect(grid.getByRole("link", { name: "Padaria Sol" })).toHaveAttribute(
      "href",
      "/customers/c1/overview",
    );
    expect(grid.getByRole("link", { name: "Café Lua" })).toBeInTheDocument();
    expect(grid.getByText(/1,570\.00/)).toBeInTheDocument();
  });

  it("open over the list of their customer", async () => {
    const { user } = await open();
    await user.click(await screen.findByText("New oven"));
    expect(screen.getByRole("status")).toHaveTextContent("/customers/c1/deals?show=deals&deal=d1");
  });

  it("open no record where the customer was asked for", async () => {
    const { user } = await open();
    await user.click(await screen.findByRole("link", { name: "Café Lua" }));
    expect(screen.getByRole("status")).toHaveTextContent("/customers/c2/overview");
  });

  it("are narrowed and sorted by what the URL says", async () => {
    const { api, user } = await open("/deals?stage=open");
    expect(api.of("DealsPage")[0]?.variables).toMatchObject({ filter: { open: true } });
    await user.click(screen.getByRole("columnheader", { name: /^Value/ }));
    await waitFor(() =>
      expect(api.of("DealsPage").at(-1)?.variables).toMatchObject({
        filter: { open: true },
        orderBy: { field: "VALUE" },
      }),
    );
    await user.click(screen.getByRole("link", { name: "Won" }));
    await waitFor(() =>
      expect(api.of("DealsPage").at(-1)?.variables.filter).toEqual({ stage: ["WON"] }),
    );
    expect(screen.getByRole("status")).toHaveTextContent("/deals?stage=WON");
  });

  it("say that there are none, or none of the filter", async () => {
    await open("/deals?stage=LOST", () => ({ deals: connectionOf([]) }));
    expect(await screen.findByText("No results for this filter.")).toBeInTheDocument();
  });

  it("say when they could not be loaded, and are asked for again", async () => {
    let calls = 0;
    const { user } = await open("/deals", () => {
      calls += 1;
      if (calls === 1) throw refused("It broke.", { code: "INTERNAL" });
      return { deals: connectionOf(two) };
    });
    expect(await screen.findByText("The deals could not be loaded.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Retry" }));
    expect(await screen.findByText("New oven")).toBeInTheDocument();
  });
});
