import { MockedProvider } from "@apollo/client/testing/react";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ViewerContext } from "../../../session/viewer.js";
import { type Answer, answering, refused } from "../../../test/answering.js";
import { renderApp } from "../../../test/renderApp.js";
import { viewerAs } from "../../../test/viewers.js";
import { readDraft } from "../../../ui/forms/drafts.js";
import { makeCustomerRow } from "../customer.factory.js";
import CreateDrawer from "./CreateDrawer.js";

const nobody: Answer = () => ({ likelyDuplicates: [] });

const created: Answer = () => ({
  createCustomer: { __typename: "CustomerPayload", customer: makeCustomerRow({ id: "new" }) },
});

async function open(...answers: [name: string, answer: Answer][]) {
  const onClose = jest.fn();
  const onCreated = jest.fn();
  const onRestored = jest.fn();
  const api = answering(
    ["CreateCustomer", created],
    ["LikelyDuplicates", nobody],
    ["TaxIdField", () => ({ customerBy: null })],
    [
      "People",
      () => ({
        users: [
          {
            __typename: "User",
            id: "0197c0de-0000-7000-8000-00000000a0a1",
            name: "Ana Lima",
            email: "ana@example.com",
          },
        ],
      }),
    ],
    ...answers,
  );
  const view = await renderApp(
    <MockedProvider link={api.link}>
      <ViewerContext value={viewerAs("sales")}>
        <CreateDrawer onClose={onClose} onCreated={onCreated} onRestored={onRestored} />
      </ViewerContext>
    </MockedProvider>,
  );
  return { api, onClose, onCreated, onRestored, view, user: userEvent.setup() };
}

const field = (name: string | RegExp) => screen.getByRole("textbox", { name });

type User = ReturnType<typeof userEvent.setup>;

/** Pastes a text into a field, as one change. */
async function fill(user: User, name: string | RegExp, text: string) {
  await user.click(field(name));
  await user.paste(text);
}

describe("the drawer for a new customer", () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it("creates a customer by Ctrl Enter, and forgets the draft", async () => {
    const { api, user, onCreated } = await open();
    await fill(user, "Legal name", "Padaria Aurora Ltda");
    await fill(user, "City", "Curitiba");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(onCreated.mock.calls[0]?.[0]).toMatchObject({ id: "new" });
    const [request] = api.of("CreateCustomer");
    expect(request?.variables.input).toMatchObject({
      legalName: "Padaria Aurora Ltda",
      taxId: null,
      status: "ACTIVE",
      address: { city: "Curitiba", street: null, country: "BR" },
    });
    expect(request?.headers).toHaveProperty("idempotency-key");
    expect(readDraft("new customer")).toBeNull();
    expect(localStorage.getItem("clientela.lastCountry")).toBe("BR");
  });

  it("leaves what is under the pointer in its place until it is clicked", async () => {
    const { user } = await open();
    await user.click(field("Legal name"));
    const more = screen.getByRole("button", { name: "More fields" });
    await user.pointer({ keys: "[MouseLeft>]", target: more });
    expect(field("Legal name")).not.toHaveFocus();
    expect(screen.queryByText("Enter a legal name.")).not.toBeInTheDocument();
    await user.pointer({ keys: "[/MouseLeft]", target: more });
    expect(await screen.findByText("Enter a legal name.")).toBeInTheDocument();
    expect(more).toHaveAttribute("aria-expanded", "true");
  });

  it("reports a missing name when the field is left, not while it is typed", async () => {
    const { api, user } = await open();
    await user.type(field("Legal name"), "P{Backspace}");
    expect(screen.queryByText("Enter a legal name.")).not.toBeInTheDocument();
    await user.tab();
    expect(await screen.findByText("Enter a legal name.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(field("Legal name")).toHaveFocus());
    expect(api.of("CreateCustomer")).toEqual([]);
  });

  it("reports a missing place when the address is left, until any part is given", async () => {
    const { api, user, onCreated } = await open();
    await fill(user, "Legal name", "Padaria Aurora Ltda");
    await fill(user, /^District/, "Centro");
    expect(screen.getByRole("group", { name: "Address" })).toHaveAccessibleDescription(
      "A street, a city or a postal code is enough.",
    );
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("Enter a street, a city or a postal code.")).toBeInTheDocument();
    await waitFor(() => expect(field("Street")).toHaveFocus());
    for (const name of ["Street", "City", "Postal code"]) expect(field(name)).toBeInvalid();
    expect(api.of("CreateCustomer")).toEqual([]);
    await fill(user, "Postal code", "80010-000");
    expect(screen.queryByText("Enter a street, a city or a postal code.")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(api.of("CreateCustomer")[0]?.variables.input).toMatchObject({
      address: { postalCode: "80010-000", city: null },
    });
  });

  it("names the tax ID as its country does, and writes it so", async () => {
    const { user } = await open();
    await fill(user, /^CNPJ/, "11222333000181");
    await user.tab();
    expect(field(/^CNPJ/)).toHaveValue("11.222.333/0001-81");
    await user.click(screen.getByRole("combobox", { name: "Country" }));
    await user.click(await screen.findByRole("option", { name: "Portugal" }));
    expect(field(/^NIF/)).toHaveAttribute("placeholder", "000 000 000");
  });

  it("takes a second tax ID of another kind, and says at once where it is of the same or in use", async () => {
    const { api, user, onCreated } = await open([
      "TaxIdField",
      ({ taxId }) => ({
        customerBy:
          JSON.stringify(taxId) === JSON.stringify({ country: "BR", value: "52998224725" })
            ? { __typename: "Customer", id: "other", number: "C-000009", legalName: "Ana Lima" }
            : null,
      }),
    ]);
    await fill(user, "Legal name", "Padaria Aurora Ltda");
    await fill(user, "City", "Curitiba");
    await fill(user, /^CNPJ/, "11222333000181");
    await user.click(screen.getByRole("button", { name: "More fields" }));
    await fill(user, /^Second tax ID/, "11222333000262");
    await user.tab();
    expect(
      await screen.findByText("Enter a tax ID of another kind than the first (CNPJ)."),
    ).toBeInTheDocument();
    await user.clear(field(/^Second tax ID/));
    await fill(user, /^Second tax ID/, "52998224725");
    await user.tab();
    expect(field(/^Second tax ID/)).toHaveValue("529.982.247-25");
    expect(await screen.findByRole("link", { name: "Ana Lima" })).toBeInTheDocument();
    await user.clear(field(/^Second tax ID/));
    await fill(user, /^Second tax ID/, "ES B58378431");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(api.of("CreateCustomer")[0]?.variables.input).toMatchObject({
      taxId: { country: "BR", value: "11222333000181" },
      secondTaxId: { country: "ES", value: "B58378431" },
    });
  });

  it("refuses what is no tax ID of the country", async () => {
    const { api, user } = await open();
    await fill(user, /^CNPJ/, "12");
    await user.tab();
    expect(
      await screen.findByText("This is not a valid tax ID in this country."),
    ).toBeInTheDocument();
    expect(api.of("TaxIdField")).toEqual([]);
  });

  it("shows who has the tax ID as soon as it is complete", async () => {
    const { user } = await open([
      "TaxIdField",
      () => ({
        customerBy: {
          __typename: "Customer",
          id: "c9",
          number: "C-000009",
          legalName: "Aurora Alimentos S.A.",
        },
      }),
    ]);
    await fill(user, /^CNPJ/, "11.222.333/0001-81");
    await user.tab();
    expect(
      await screen.findByText("Another customer already has this tax ID."),
    ).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Aurora Alimentos S.A." })).toHaveAttribute(
      "href",
      "/customers/c9/overview",
    );
  });

  it("shows the customer that a refused creation names", async () => {
    const { user, onCreated } = await open([
      "CreateCustomer",
      () => {
        throw refused("Taken.", {
          code: "DUPLICATE",
          existing: { id: "c9", number: "C-000009", legalName: "Aurora Alimentos S.A." },
        });
      },
    ]);
    await fill(user, "Legal name", "Aurora");
    await fill(user, "City", "Curitiba");
    await fill(user, /^CNPJ/, "11.222.333/0001-81");
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByRole("link", { name: "Aurora Alimentos S.A." })).toBeInTheDocument();
    expect(onCreated).not.toHaveBeenCalled();
  });

  it("shows the API's issues under their fields", async () => {
    const { user } = await open([
      "CreateCustomer",
      () => {
        throw refused("Please check.", {
          code: "VALIDATION_FAILED",
          issues: [
            { path: "address.city", code: "too_long", message: "too long" },
            { path: "taxId.value", code: "invalid_tax_id", message: "not a valid CNPJ" },
          ],
        });
      },
    ]);
    await fill(user, "Legal name", "Aurora");
    await fill(user, "City", "Curitiba");
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("Too long.")).toBeInTheDocument();
    expect(field("City")).toBeInvalid();
    expect(field(/^CNPJ/)).toBeInvalid();
  });

  it("says that it could not be saved, and sends the same attempt again", async () => {
    let away = true;
    const { api, user, onCreated } = await open([
      "CreateCustomer",
      (variables) => {
        if (away) throw new Error("no connection");
        return created(variables);
      },
    ]);
    await fill(user, "Legal name", "Aurora");
    await fill(user, "City", "Curitiba");
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText(/could not be saved/)).toBeInTheDocument();
    away = false;
    await user.click(screen.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    const keys = api.of("CreateCustomer").map(({ headers }) => JSON.stringify(headers));
    expect(keys[0]).toBe(keys[1]);
  });

  it("keeps what was typed when it is closed, and discards it on request", async () => {
    const first = await open();
    await fill(first.user, "Legal name", "Padaria");
    await first.user.click(screen.getByRole("button", { name: "More fields" }));
    await fill(first.user, /^E-mail/, "oi@aurora.example");
    await first.user.keyboard("{Escape}");
    expect(first.onClose).toHaveBeenCalled();
    first.view.unmount();

    const { user } = await open();
    expect(field("Legal name")).toHaveValue("Padaria");
    expect(field(/^E-mail/)).toHaveValue("oi@aurora.example");
    await user.click(screen.getByRole("button", { name: "Start over" }));
    expect(field("Legal name")).toHaveValue("");
    expect(readDraft("new customer")).toBeNull();
  });

  it("shows likely duplicates while one types, with the reasons and a link", async () => {
    const { api, user } = await open(likely);
    await fill(user, "Legal name", "Padaria aurora LTDA");
    const [first, second] = await screen.findAllByRole("listitem");
    if (!first || !second) throw new Error("no duplicates");
    expect(within(first).getByText("Same e-mail, Similar name")).toBeInTheDocument();
    expect(within(first).getByRole("link")).toHaveAttribute("href", "/customers/a/overview");
    expect(within(first).queryByRole("button")).not.toBeInTheDocument();
    expect(within(second).getByText("Same domain")).toBeInTheDocument();
    expect(api.of("LikelyDuplicates").at(-1)?.variables).toEqual({
      input: { legalName: "Padaria aurora LTDA", email: "", phone: "", website: "", country: "BR" },
    });
  });

  it("offers to restore an archived customer instead", async () => {
    const { user, onRestored } = await open(likely, [
      "RestoreCustomer",
      ({ ids }) => ({
        restoreCustomers: {
          __typename: "CustomersPayload",
          customers: [{ __typename: "Customer", id: String(ids), version: 2, status: "ACTIVE" }],
        },
      }),
    ]);
    await fill(user, "Legal name", "Padaria aurora");
    await user.click(await screen.findByRole("button", { name: "Restore Aurora do Norte" }));
    await waitFor(() => expect(onRestored).toHaveBeenCalled());
    expect(screen.queryByRole("button", { name: /^Restore/ })).not.toBeInTheDocument();
  });
});

const likelyOne = (id: string, legalName: string, status: string, reasons: string[]) => ({
  __typename: "LikelyDuplicate",
  reasons,
  customer: {
    __typename: "Customer",
    id,
    number: `C-${id}`,
    legalName,
    status,
    taxId: null,
    address: { __typename: "MainAddress", city: "Recife" },
  },
});

const likely: [string, Answer] = [
  "LikelyDuplicates",
  () => ({
    likelyDuplicates: [
      likelyOne("a", "Padaria Aurora S.A.", "ACTIVE", ["SAME_EMAIL", "SIMILAR_NAME"]),
      likelyOne("b", "Aurora do Norte", "ARCHIVED", ["SAME_DOMAIN"]),
    ],
  }),
];
