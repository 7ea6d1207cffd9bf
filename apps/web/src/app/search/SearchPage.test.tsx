import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import type { Answer } from "../../test/answering.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { Component as SearchPage } from "./SearchPage.js";

const customer = { __typename: "Customer", id: "c1", displayName: "Padaria Aurora" };
const record = { taxId: null, address: null, number: "C-1" };
const all = [
  {
    type: "CUSTOMER",
    title: "Padaria Aurora",
    excerpt: "11222333000181",
    customer,
    record: {
      __typename: "Customer",
      id: "c1",
      ...record,
      taxId: { __typename: "TaxId", formatted: "11.222.333/0001-81" },
    },
  },
  {
    type: "CONTACT",
    title: "Ana Aurora",
    excerpt: "ana@aurora.example",
    customer,
    record: { __typename: "Contact", id: "p1" },
  },
  {
    type: "FILE",
    title: "aurora.pdf",
    excerpt: null,
    customer,
    record: { __typename: "File", id: "f1" },
  },
  {
    type: "TASK",
    title: "Call Aurora",
    excerpt: null,
    customer: null,
    record: { __typename: "Task", id: "t1" },
  },
].map((one) => ({ __typename: "SearchResult", ...one }));

const find: Answer = ({ types }) => ({
  search: {
    __typename: "SearchResults",
    nodes: all.filter(({ type }) => !Array.isArray(types) || types.includes(type)),
  },
});

const Place = () => {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
};

const open = (path: string, answer: Answer = find) =>
  renderWithApi(
    <>
      <SearchPage />
      <Place />
    </>,
    { path, answers: [["SearchRecords", answer]] },
  );

it("lists what was found, each a link to where it is looked at", async () => {
  await open("/search?q=aurora");
  const links = await screen.findAllByRole("link");
  expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
    ["Padaria AuroraCustomer · C-1 · 11.222.333/0001-81", "/customers/c1/overview"],
    ["Ana AuroraContact · Padaria Aurora · ana@aurora.example", "/customers/c1/overview?person=p1"],
    ["aurora.pdfFile · Padaria Aurora", "/customers/c1/files"],
    ["Call AuroraTask", "/work"],
  ]);
});

it("is used by keys alone: down into the results, Enter opens the first", async () => {
  await open("/search?q=aurora");
  await screen.findAllByRole("link");
  const user = userEvent.setup();
  await user.click(screen.getByRole("searchbox"));
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(screen.getByRole("link", { name: /Ana Aurora/ })).toHaveFocus();
  await user.keyboard("{ArrowUp}");
  expect(screen.getByRole("link", { name: /^Padaria Aurora/ })).toHaveFocus();
  await user.click(screen.getByRole("searchbox"));
  await user.keyboard("{Enter}");
  expect(screen.getByRole("status")).toHaveTextContent("/customers/c1/overview");
});

it("keeps text and type in its URL, and searches for that type alone", async () => {
  const { of } = await open("/search?q=aurora&type=File");
  expect(await screen.findByRole("link", { name: /aurora\.pdf/ })).toBeVisible();
  expect(screen.getAllByRole("link")).toHaveLength(1);
  expect(of("SearchRecords")[0]?.variables).toEqual({ text: "aurora", first: 50, types: ["FILE"] });
  await userEvent.setup().type(screen.getByRole("searchbox"), "x");
  expect(screen.getByRole("status")).toHaveTextContent("/search?q=aurorax&type=File");
});

it("says when nothing was found, and asks nothing for no text", async () => {
  const { of } = await open("/search", () => ({
    search: { __typename: "SearchResults", nodes: [] },
  }));
  expect(screen.getByText(/documents and files are searched/)).toBeVisible();
  expect(of("SearchRecords")).toEqual([]);
  await userEvent.setup().type(screen.getByRole("searchbox"), "zz");
  expect(await screen.findByText(/Nothing found for “zz”/)).toBeVisible();
});
