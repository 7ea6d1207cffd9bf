import { useFragment } from "@apollo/client/react";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { makeFragmentData } from "../../../gql/fragment-masking.js";
import { type Answer, refused } from "../../../test/answering.js";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { ConflictDialog } from "../../../ui/conflict/ConflictDialog.js";
import { type EditableCustomer, editsFragment } from "./customerEdits.js";
import { ProfilePanel } from "./ProfilePanel.js";

const customer: EditableCustomer = {
  __typename: "Customer",
  id: "c1",
  version: 4,
  legalName: "Aurora Alimentos Ltda",
  tradeName: null,
  displayName: "Aurora Alimentos Ltda",
  status: "ACTIVE",
  email: "old@aurora.example",
  emails: [{ __typename: "EmailEntry", address: "old@aurora.example", label: null, isMain: true }],
  phone: "+5511987654321",
  phones: [{ __typename: "PhoneEntry", number: "+5511987654321", label: null, isMain: true }],
  website: null,
  tags: [],
  notes: null,
  currency: "BRL",
  creditLimit: null,
  parent: null,
  paymentTermDays: 30,
  ownerId: null,
  owner: null,
  taxId: null,
  secondTaxId: null,
  address: null,
};

// As the page does, so that what is saved is seen.
function Panel({ of = customer }: { of?: EditableCustomer }) {
  const { data, complete } = useFragment({ fragment: editsFragment, from: of });
  const shown = complete ? { ...of, ...data } : of;
  return (
    <>
      <ProfilePanel customer={makeFragmentData(shown, editsFragment)} />
      <ConflictDialog />
    </>
  );
}

const saved = (part: Partial<EditableCustomer>) => ({
  updateCustomer: { __typename: "CustomerPayload", customer: { ...customer, ...part } },
});
const conflict = () =>
  refused("Someone changed this record in the meantime.", {
    code: "CONFLICT",
    changedBy: "Bruno",
    changedAt: "2026-11-24T12:00:00Z",
  });

async function typeEmail(email: string) {
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: /^E-mail: / }));
  const field = screen.getByRole("textbox", { name: "E-mail" });
  await user.clear(field);
  await user.type(field, `${email}{Enter}`);
  return user;
}

const renderPanel = (...answers: [string, Answer][]) => renderWithApi(<Panel />, { answers });

describe("the panel of a profile", () => {
  it("saves one field on the version that is on screen", async () => {
    const api = await renderPanel([
      "UpdateCustomer",
      () => saved({ version: 5, email: "new@aurora.example" }),
    ]);
    await typeEmail("new@aurora.example");
    await screen.findByRole("button", { name: /^E-mail: new@aurora.example/ });
    expect(api.of("UpdateCustomer")[0]?.variables).toEqual({
      input: { id: "c1", version: 4, email: "new@aurora.example" },
    });
  });

  it("adds an e-mail address below the main one, by keyboard", async () => {
    const added = { __typename: "EmailEntry" as const, label: null, isMain: false };
    const emails = [...customer.emails, { ...added, address: "two@aurora.example" }];
    const api = await renderPanel(["UpdateCustomer", () => saved({ version: 5, emails })]);
    const user = userEvent.setup();
    (await screen.findByRole("button", { name: "Add e-mail" })).focus();
    await user.keyboard("{Enter}");
    await user.keyboard("two@aurora.example{Enter}");
    await screen.findByRole("button", { name: /^E-mail 2: two@aurora.example/ });
    expect(api.of("UpdateCustomer")[0]?.variables).toEqual({
      input: {
        id: "c1",
        version: 4,
        emails: [
          { address: "old@aurora.example", label: null },
          { address: "two@aurora.example", label: null },
        ],
      },
    });
  });

  it("saves a second tax ID of another country by the letters before it", async () => {
    const taxId = {
      __typename: "TaxId" as const,
      country: "PT",
      kind: "NIF",
      value: "501964843",
      formatted: "501 964 843",
    };
    const spanish = { ...taxId, country: "ES", value: "B58378431", formatted: "B58378431" };
    const german = { ...taxId, country: "DE", kind: "VAT", value: "136695976" };
    const secondTaxId = { ...german, formatted: "DE136695976" };
    const api = await renderWithApi(<Panel of={{ ...customer, taxId, secondTaxId: spanish }} />, {
      answers: [["UpdateCustomer", () => saved({ version: 5, taxId, secondTaxId })]],
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: /^Second tax ID: B58378431/ }));
    const field = screen.getByRole("textbox", { name: "Second tax ID" });
    await user.clear(field);
    await user.type(field, "DE 136 695 976{Enter}");
    await screen.findByRole("button", { name: /^Second tax ID: DE136695976/ });
    expect(api.of("UpdateCustomer")[0]?.variables).toEqual({
      input: { id: "c1", version: 4, secondTaxId: { country: "DE", value: "136695976" } },
    });
  });

  it("keeps what was typed, and says under the field why it was refused", async () => {
    await renderPanel([
      "UpdateCustomer",
      () => {
        throw refused("Please check the input.", {
          code: "VALIDATION_FAILED",
          issues: [{ path: "email", code: "invalid_email", message: "is not an e-mail address" }],
        });
      },
    ]);
    await typeEmail("nobody");
    expect(await screen.findByRole("alert")).toHaveTextContent("Is not an e-mail address.");
    expect(screen.getByRole("textbox", { name: "E-mail" })).toHaveValue("nobody");
  });

  it("shows both values when someone else changed the same field, and saves the chosen one", async () => {
    let version = 4;
    const api = await renderPanel(
      [
        "UpdateCustomer",
        ({ input }) => {
          if ((input as { version: number }).version !== 7) throw conflict();
          version = 8;
          return saved({ version, email: "mine@aurora.example" });
        },
      ],
      [
        "ReloadCustomer",
        () => ({ customer: { ...customer, version: 7, email: "theirs@aurora.example" } }),
      ],
    );
    const user = await typeEmail("mine@aurora.example");
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/Bruno changed it/)).toBeInTheDocument();
    expect(dialog.getByRole("radio", { name: /theirs@aurora.example/ })).toBeChecked();
    await user.click(dialog.getByRole("radio", { name: /mine@aurora.example/ }));
    await user.click(dialog.getByRole("button", { name: "Save selection" }));
    await screen.findByRole("button", { name: /^E-mail: mine@aurora.example/ });
    expect(api.of("UpdateCustomer").map(({ variables }) => variables)).toEqual([
      { input: { id: "c1", version: 4, email: "mine@aurora.example" } },
      { input: { id: "c1", version: 7, email: "mine@aurora.example" } },
    ]);
  });

  it("saves without a question when someone else changed another field", async () => {
    const api = await renderPanel(
      [
        "UpdateCustomer",
        ({ input }) => {
          if ((input as { version: number }).version === 4) throw conflict();
          return saved({ version: 8, email: "mine@aurora.example", tradeName: "Aurora" });
        },
      ],
      ["ReloadCustomer", () => ({ customer: { ...customer, version: 7, tradeName: "Aurora" } })],
    );
    await typeEmail("mine@aurora.example");
    await screen.findByRole("button", { name: /^E-mail: mine@aurora.example/ });
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: /^Trade name: Aurora/ })).toBeInTheDocument();
    await waitFor(() => expect(api.of("UpdateCustomer")).toHaveLength(2));
  });

  it("is read-only for people who may not write", async () => {
    await renderWithApi(<Panel />, { role: "viewer" });
    expect(screen.getByText("old@aurora.example")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Edit$/ })).not.toBeInTheDocument();
    expect(
      screen.getByRole("link", { name: "Send an e-mail to old@aurora.example" }),
    ).toHaveAttribute("href", "mailto:old@aurora.example");
  });
});
