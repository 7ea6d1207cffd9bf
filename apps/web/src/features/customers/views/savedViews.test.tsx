import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { Toasts } from "../../../ui/toasts/Toasts.js";
import { Component as CustomersPage } from "../CustomersPage.js";
import type { SavedView } from "./savedViews.js";

const leads: SavedView = {
  __typename: "SavedView",
  id: "v1",
  version: 3,
  name: "Leads",
  query: "status=LEAD&sort=-created&columns=name,status,created",
  shared: false,
  canUpdate: true,
  owner: { __typename: "User", id: "u1", name: "Ana" },
};
const noCustomers = {
  customers: {
    __typename: "CustomerConnection",
    edges: [],
    pageInfo: { __typename: "PageInfo", hasNextPage: false, hasPreviousPage: false },
    estimatedCount: { __typename: "CountEstimate", value: 0, exact: true },
  },
};

function Url() {
  const { search } = useLocation();
  return <output aria-label="url">{decodeURIComponent(search)}</output>;
}

function open(path: string, kept: SavedView[] = [leads]) {
  const views = [...kept];
  return renderWithApi(
    <>
      <CustomersPage />
      <Toasts />
      <Url />
    </>,
    {
      path,
      answers: [
        ["CustomersPage", () => noCustomers],
        ["SavedViews", () => ({ savedViews: views })],
        [
          "CreateSavedView",
          ({ input }) => {
            views.push({ ...leads, ...(input as object), id: "v2" });
            const view = { __typename: "SavedView", id: "v2" };
            return { createSavedView: { __typename: "SavedViewPayload", view } };
          },
        ],
        [
          "UpdateSavedView",
          ({ input }) => ({
            updateSavedView: {
              __typename: "SavedViewPayload",
              view: { ...leads, ...(input as object), version: 4 },
            },
          }),
        ],
      ],
    },
  );
}

const tabs = () => screen.getByRole("navigation", { name: "Views" });
const url = () => screen.getByLabelText("url").textContent;

beforeEach(() => localStorage.clear());

test("a saved view is a tab that applies its filters and columns", async () => {
  const user = userEvent.setup();
  const api = await open("/customers");
  await user.click(await within(tabs()).findByRole("link", { name: "Leads" }));
  expect(url()).toBe("?status=LEAD&sort=-created&columns=name,status,created&saved=v1");
  await waitFor(() =>
    expect(api.of("CustomersPage").at(-1)?.variables).toMatchObject({
      filter: { status: ["LEAD"] },
      orderBy: { field: "CREATED_AT", direction: "DESC" },
    }),
  );
  const headers = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
  expect(headers.filter(Boolean)).toEqual(["Name", "Status", "Created"]);
  expect(within(tabs()).getByRole("link", { name: "Leads" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await user.click(within(tabs()).getByRole("link", { name: "All" }));
  expect(screen.getByRole("columnheader", { name: /City/ })).toBeInTheDocument();
});

test("what is changed is marked, and saved into the view or discarded", async () => {
  const user = userEvent.setup();
  const api = await open("/customers?status=LEAD,ACTIVE&columns=name&saved=v1");
  const tab = await within(tabs()).findByRole("link", { name: /Leads/ });
  expect(within(tab).getByRole("img", { name: "Unsaved changes" })).toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(api.of("UpdateSavedView")[0]?.variables).toEqual({
      input: { id: "v1", version: 3, query: "status=LEAD%2CACTIVE&columns=name" },
    }),
  );
  await waitFor(() => expect(within(tab).queryByRole("img")).not.toBeInTheDocument());
});

test("+ keeps what is on screen under a name", async () => {
  const user = userEvent.setup();
  const api = await open("/customers?city=Porto", []);
  await user.click(await screen.findByRole("button", { name: "Save as view" }));
  const dialog = await screen.findByRole("dialog", { name: "Save as view" });
  await user.click(within(dialog).getByRole("button", { name: "Save" }));
  expect(within(dialog).getByText("Enter a name.")).toBeInTheDocument();
  await user.type(within(dialog).getByRole("textbox", { name: "Name" }), "Porto{Enter}");
  const tab = await within(tabs()).findByRole("link", { name: "Porto" });
  await waitFor(() => expect(tab).toHaveAttribute("aria-current", "page"));
  expect(api.of("CreateSavedView")[0]?.variables.input).toEqual({
    name: "Porto",
    shared: false,
    query: expect.stringMatching(/^city=Porto&columns=name/),
  });
});
