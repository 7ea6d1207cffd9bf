import { MockedProvider } from "@apollo/client/testing/react";
import type { Role } from "@clientela/shared/records/roles";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ViewerContext } from "../../../../session/viewer.js";
import { type Answer, answering, refused } from "../../../../test/answering.js";
import { renderApp } from "../../../../test/renderApp.js";
import { viewerAs } from "../../../../test/viewers.js";
import { closeToast, listToasts } from "../../../../ui/toasts/toasts.js";
import { Component as CustomersPage } from "../../CustomersPage.js";
import { makeCustomerRow } from "../../customer.factory.js";

const rows = ["Auto Peças Norte", "Café Serra Azul", "Padaria Aurora"].map((legalName, index) =>
  makeCustomerRow({ id: `c${index}`, number: `C-00000${index}`, legalName, tags: ["VIP"] }),
);

const page: Answer = () => ({
  customers: {
    __typename: "CustomerConnection",
    edges: rows.map((node) => ({ __typename: "CustomerEdge", cursor: node.id, node })),
    pageInfo: { __typename: "PageInfo", hasNextPage: false, hasPreviousPage: false },
    estimatedCount: { __typename: "CountEstimate", value: 3, exact: true },
  },
});

const more = { __typename: "PageInfo", hasNextPage: true, hasPreviousPage: false };

const changed =
  (count: number): Answer =>
  () => ({
    bulkUpdateCustomers: {
      __typename: "BulkUpdatePayload",
      matched: count,
      changed: count,
      editId: "e1",
    },
  });

const undone =
  (restored: number, kept: number): Answer =>
  () => ({
    undoBulkUpdateCustomers: { __typename: "UndoBulkUpdatePayload", restored, kept },
  });

async function open(
  more: readonly (readonly [string, Answer])[] = [],
  { role = "admin", path = "/customers" }: { role?: Role; path?: string } = {},
) {
  const people = [{ __typename: "User", id: "u-rui", name: "Rui Costa", email: "rui@example.com" }];
  const api = answering(["CustomersPage", page], ["People", () => ({ users: people })], ...more);
  await renderApp(
    <MockedProvider link={api.link}>
      <ViewerContext value={viewerAs(role)}>
        <CustomersPage />
      </ViewerContext>
    </MockedProvider>,
    { path },
  );
  await screen.findByRole("link", { name: "Padaria Aurora" });
  return api;
}

async function select(...names: string[]) {
  const user = userEvent.setup();
  for (const name of names)
    await user.click(screen.getByRole("checkbox", { name: `Select ${name}` }));
  return { user, bar: within(screen.getByRole("region", { name: "Selection" })) };
}

describe("what is done with a selection", () => {
  // The dialogs' code comes with the first one that is opened; here it is no part of the wait.
  beforeAll(() => Promise.all([import("./BulkDialog.js"), import("./DeleteDialog.js")]));

  afterEach(() => {
    for (const { id } of listToasts()) closeToast(id);
  });

  it("gives the chosen customers an owner", async () => {
    const api = await open([["BulkUpdateCustomers", changed(2)]]);
    const { user, bar } = await select("Café Serra Azul", "Padaria Aurora");
    await user.click(bar.getByRole("button", { name: "Owner" }));
    const dialog = within(
      await screen.findByRole("dialog", { name: "Change the owner of 2 customers" }),
    );
    expect(dialog.getByRole("button", { name: "Apply" })).toBeDisabled();
    await user.click(dialog.getByRole("combobox", { name: "Owner" }));
    await user.click(await screen.findByRole("option", { name: "Rui Costa" }));
    await user.click(dialog.getByRole("button", { name: "Apply" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(api.of("BulkUpdateCustomers")[0]?.variables).toEqual({
      input: { ids: ["c1", "c2"], set: { ownerId: "u-rui" } },
    });
    expect(listToasts().at(-1)?.message).toBe("2 customers updated.");
    await waitFor(() => expect(api.of("CustomersPage")).toHaveLength(2));
  });

  it.each([
    [2, 0, "2 customers were changed back."],
    [1, 1, "1 customer was changed back. 1 was edited since and is kept as it is."],
    [0, 2, "Nothing was changed back. 2 were edited since and are kept as they are."],
  ])(
    "undoes an edit, and says who was changed since: %i back, %i kept",
    async (restored, kept, said) => {
      const api = await open([
        ["BulkUpdateCustomers", changed(2)],
        ["UndoBulkUpdate", undone(restored, kept)],
      ]);
      const { user, bar } = await select("Café Serra Azul", "Padaria Aurora");
      await user.click(bar.getByRole("button", { name: "Status" }));
      const dialog = within(await screen.findByRole("dialog"));
      await user.click(dialog.getByRole("radio", { name: "Inactive" }));
      await user.click(dialog.getByRole("button", { name: "Apply" }));
      await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
      await waitFor(() => expect(api.of("CustomersPage")).toHaveLength(2));
      await act(async () => listToasts().at(-1)?.onUndo?.());
      expect(api.of("UndoBulkUpdate")[0]?.variables).toEqual({ editId: "e1" });
      expect(listToasts().at(-1)?.message).toBe(said);
      await waitFor(() => expect(api.of("CustomersPage")).toHaveLength(3));
    },
  );

  it("changes all matching customers only on request, with the number on screen", async () => {
    const api = await open([["BulkUpdateCustomers", changed(2)]], {
      path: "/customers?q=sao&country=BR",
    });
    const { user, bar } = await select("Padaria Aurora");
    await user.click(bar.getByRole("button", { name: "Select all 3 that match" }));
    expect(bar.getByText("All 3 that match are selected")).toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: "Select Auto Peças Norte" })).toBeChecked();
    expect(bar.queryByRole("button", { name: "Archive" })).not.toBeInTheDocument();
    await user.click(bar.getByRole("button", { name: "Status" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.queryByRole("radio", { name: "Archived" })).not.toBeInTheDocument();
    await user.click(dialog.getByRole("radio", { name: "Inactive" }));
    await user.click(dialog.getByRole("button", { name: "Apply" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(api.of("BulkUpdateCustomers")[0]?.variables).toEqual({
      input: {
        search: "sao",
        filter: { countries: ["BR"] },
        expectedCount: 3,
        set: { status: "INACTIVE" },
      },
    });
    expect(screen.queryByRole("region", { name: "Selection" })).not.toBeInTheDocument();
  });

  it("counts a list whose number was estimated before all of it is selected", async () => {
    const estimated: Answer = () => {
      const { customers } = page({}) as { customers: object };
      const estimatedCount = { __typename: "CountEstimate", value: 12_400, exact: false };
      return { customers: { ...customers, pageInfo: more, estimatedCount } };
    };
    const count: Answer = () => ({
      customers: { __typename: "CustomerConnection", totalCount: 12_377 },
    });
    await open([
      ["CustomersPage", estimated],
      ["CustomersCount", count],
    ]);
    expect(screen.getByText(/of about 12,400$/)).toBeInTheDocument();
    const { user, bar } = await select("Padaria Aurora");
    await user.click(bar.getByRole("button", { name: "Select all about 12,400 that match" }));
    expect(await bar.findByText("All 12,377 that match are selected")).toBeInTheDocument();
  });

  it("selects only the others after one of all is deselected", async () => {
    await open();
    const { user, bar } = await select("Padaria Aurora");
    await user.click(bar.getByRole("button", { name: "Select all 3 that match" }));
    await user.click(screen.getByRole("checkbox", { name: "Select Café Serra Azul" }));
    expect(bar.getByText("2 selected")).toBeInTheDocument();
  });

  it("keeps what was typed when the API refuses it, and says why", async () => {
    await open([
      [
        "BulkUpdateCustomers",
        () => {
          const issues = [{ path: "set.addTags", code: "too_many", message: "has too many" }];
          throw refused("Not valid.", { code: "VALIDATION_FAILED", issues });
        },
      ],
    ]);
    const { user, bar } = await select("Padaria Aurora");
    await user.click(bar.getByRole("button", { name: "Tags" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByRole("combobox", { name: "Add tags" }), "Key account{Enter}");
    await user.click(dialog.getByRole("button", { name: "Apply" }));
    expect(await dialog.findByRole("alert")).toHaveTextContent("Has too many.");
    expect(dialog.getByText("Key account")).toBeInTheDocument();
  });

  it("lists what cannot be deleted, and deletes the others", async () => {
    const api = await open([
      [
        "DeleteCustomers",
        ({ ids }) => {
          const at = Array.isArray(ids) ? ids.indexOf("c1") : -1;
          if (at < 0) return { deleteCustomers: { __typename: "CustomersPayload", customers: [] } };
          const message = "Café Serra Azul (C-000001) has invoices and can only be archived";
          const issues = [{ path: `ids.${at}`, code: "has_invoices", message }];
          throw refused("Not valid.", { code: "VALIDATION_FAILED", issues });
        },
      ],
    ]);
    const { user, bar } = await select("Auto Peças Norte", "Café Serra Azul");
    await user.click(bar.getByRole("button", { name: "More actions for the selection" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Delete 2 customers?" }));
    await user.click(dialog.getByRole("button", { name: "Delete" }));
    expect(await dialog.findByText(/has invoices and can only be archived\.$/)).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Auto Peças Norte" })).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Delete the other one" }));
    await waitFor(() =>
      expect(screen.queryByRole("link", { name: "Auto Peças Norte" })).not.toBeInTheDocument(),
    );
    expect(api.of("DeleteCustomers").at(-1)?.variables).toEqual({ ids: ["c0"] });
    expect(dialog.getByRole("button", { name: "Archive this one" })).toBeInTheDocument();
  });

  it("offers no changes to people who may only read", async () => {
    await open([], { role: "viewer" });
    const { bar } = await select("Padaria Aurora");
    for (const name of ["Owner", "Tags", "Status", "Archive"]) {
      expect(bar.queryByRole("button", { name })).not.toBeInTheDocument();
    }
    expect(bar.queryByRole("button", { name: /^Select all/ })).not.toBeInTheDocument();
  });

  it("copies rows as a table in which nothing starts a formula", async () => {
    await open();
    const { user, bar } = await select("Café Serra Azul", "Padaria Aurora");
    await user.click(bar.getByRole("button", { name: "More actions for the selection" }));
    await user.click(await screen.findByRole("menuitem", { name: "Copy rows" }));
    const copied = await navigator.clipboard.readText();
    expect(copied.split("\n").map((line) => line.split("\t").slice(0, 2))).toEqual([
      ["C-000001", "Café Serra Azul"],
      ["C-000002", "Padaria Aurora"],
    ]);
  });
});
