import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  CreateApiKeyDocument,
  KeyListDocument,
  RevokeApiKeyDocument,
} from "../../../gql/graphql.js";
import { answer, refuse, renderSettings } from "../settings.factory.js";
import { Component as KeysPage } from "./KeysPage.js";

const key = (id: string, name: string, changes: object = {}) => ({
  __typename: "ApiKey",
  id,
  name,
  prefix: `clk_${id}`,
  scopes: ["customers:read", "customers:write", "invoices:read"],
  createdAt: "2026-11-01T10:00:00Z",
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  createdBy: { __typename: "User", id: "0197c0de-0000-7000-8000-00000000a0a1", name: "Ana" },
  ...changes,
});

const list = () =>
  answer(KeyListDocument, () => ({
    apiKeys: [
      key("k1", "Old site", { revokedAt: "2026-11-02T10:00:00Z" }),
      key("k2", "Nightly", { expiresAt: "2020-01-01T00:00:00Z" }),
      key("k3", "ERP"),
    ],
  }));

describe("API keys", () => {
  it("lists valid ones first, and says why others are not", async () => {
    await renderSettings(<KeysPage />, [list()]);
    await screen.findByText("ERP");
    const rows = screen.getAllByRole("row").slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^ERPActiveclk_k3…/),
      expect.stringMatching(/^Old siteRevoked/),
      expect.stringMatching(/^NightlyExpired/),
    ]);
  });

  it("makes a key of what its maker may, and shows it once with a call to try", async () => {
    const user = userEvent.setup();
    const create = answer(CreateApiKeyDocument, ({ input }) =>
      input.name === "bad"
        ? refuse("scopes.0", "is more than your own role allows")
        : {
            createApiKey: {
              __typename: "CreateApiKeyPayload",
              secret: "clk_k9_secret",
              key: { __typename: "ApiKey", id: "k9", name: input.name },
            },
          },
    );
    await renderSettings(<KeysPage />, [list(), create]);
    await user.click(screen.getByRole("button", { name: "New API key" }));
    const name = await screen.findByLabelText("What is it for?");
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("Enter what the key is for.")).toBeInTheDocument();
    expect(screen.getByText("Choose at least one permission.")).toBeInTheDocument();
    expect(create.calls).toEqual([]);
    await user.type(name, "bad");
    // What gives access is for persons: no key changes people or keys.
    for (const noun of ["People and roles", "API keys"]) {
      const group = screen.getByRole("group", { name: noun });
      const boxes = within(group).getAllByRole("checkbox");
      expect(boxes).toHaveLength(1);
    }
    const customers = screen.getByRole("group", { name: "Customers" });
    await user.click(within(customers).getByRole("checkbox", { name: "Write" }));
    await user.click(within(customers).getByRole("checkbox", { name: "Read" }));
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("Is more than your own role allows.")).toBeInTheDocument();
    await user.clear(name);
    await user.type(name, "Site");
    await user.click(screen.getByRole("button", { name: "Create" }));
    const dialog = await screen.findByRole("dialog", { name: "The key “Site” is ready" });
    const { input } = create.calls.at(-1) ?? {};
    expect(input).toMatchObject({ name: "Site", scopes: ["customers:read", "customers:write"] });
    const days = (Date.parse(String(input?.expiresAt)) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
    expect(within(dialog).getByRole("textbox", { name: "Key" })).toHaveValue("clk_k9_secret");
    expect(within(dialog).getByText(/curl http:\/\/localhost\/graphql/)).toHaveTextContent(
      "Authorization: Bearer clk_k9_secret",
    );
    await user.click(within(dialog).getByRole("button", { name: "Done" }));
    expect(screen.queryByText(/clk_k9_secret/)).not.toBeInTheDocument();
  });

  it("shows what a key may do, and asks before it is revoked", async () => {
    const user = userEvent.setup();
    const revoke = answer(RevokeApiKeyDocument, () => ({
      revokeApiKey: {
        __typename: "RevokeApiKeyPayload",
        key: key("k3", "ERP", { revokedAt: "2026-11-24T10:00:00Z" }),
      },
    }));
    await renderSettings(<KeysPage />, [list(), revoke], { path: "/settings/keys?key=k3" });
    const drawer = await screen.findByRole("dialog", { name: "ERP" });
    expect(within(drawer).getByText("Read, Write")).toBeInTheDocument();
    await user.click(within(drawer).getByRole("button", { name: "Revoke" }));
    const question = await screen.findByRole("dialog", { name: "Revoke “ERP”?" });
    expect(revoke.calls).toEqual([]);
    await user.click(within(question).getByRole("button", { name: "Revoke" }));
    expect(await within(drawer).findByText("Revoked", { selector: "dt" })).toBeInTheDocument();
    expect(revoke.calls).toEqual([{ id: "k3" }]);
    expect(within(drawer).queryByRole("button", { name: "Revoke" })).not.toBeInTheDocument();
  });

  it("requests nothing that the role may not see", async () => {
    const keys = list();
    await renderSettings(<KeysPage />, [keys], { role: "sales" });
    expect(screen.getByText(/Only administrators can manage API keys/)).toBeInTheDocument();
    expect(keys.calls).toEqual([]);
  });
});
