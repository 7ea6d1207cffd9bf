import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { refused } from "../../test/answering.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { ConflictDialog } from "../../ui/conflict/ConflictDialog.js";
import { Tab } from "./DetailsTab.js";

const customer = {
  __typename: "Customer",
  id: "c1",
  number: "C-000001",
  createdAt: "2026-11-20T12:00:00Z",
  updatedAt: "2026-11-20T12:00:00Z",
  version: 1,
  legalName: "Padaria Aurora Ltda",
  tradeName: null,
  displayName: "Padaria Aurora Ltda",
  status: "ACTIVE",
  email: null,
  emails: [],
  phone: null,
  phones: [],
  website: null,
  tags: [],
  notes: null,
  currency: null,
  paymentTermDays: null,
  parent: null,
  ownerId: null,
  owner: null,
  taxId: null,
  secondTaxId: null,
  address: null,
  addresses: [],
  contacts: [],
};

describe("the tab of contact details", () => {
  it("shows the ids in other systems apart, where two systems have the same id", async () => {
    const externalIds = ["billing", "shop"].map((source) => ({
      __typename: "ExternalId",
      source,
      value: "42",
    }));
    await renderWithApi(<Tab customerId="c1" />, {
      answers: [["DetailsTab", () => ({ customer: { ...customer, externalIds } })]],
    });
    const terms = await screen.findAllByText(/^ID in/);
    const rows = terms.map((term) => term.closest("div")?.textContent);
    expect(rows).toEqual(["ID in billing42", "ID in shop42"]);
  });

  it("lets the person choose between e-mails of a contact that somebody else changed meanwhile", async () => {
    const email = (address: string) => ({
      __typename: "ContactEmail",
      address,
      label: null,
      isMain: true,
    });
    const person = (version: number, address: string) => ({
      __typename: "Contact",
      id: "p1",
      version,
      name: "Ana",
      jobTitle: null,
      email: address,
      emails: [email(address)],
      phone: null,
      phones: [],
      isPrimary: true,
      notes: null,
    });
    const api = await renderWithApi(
      <>
        <Tab customerId="c1" />
        <ConflictDialog />
      </>,
      {
        answers: [
          [
            "DetailsTab",
            () => ({
              customer: { ...customer, externalIds: [], contacts: [person(3, "old@aurora.com")] },
            }),
          ],
          ["Contact", () => ({ node: person(8, "theirs@aurora.com") })],
          [
            "UpdateContact",
            ({ input }) => {
              if ((input as { version: number }).version === 3)
                throw refused("Someone saved first.", { code: "CONFLICT", changedBy: "Rui" });
              const saved = person(9, "mine@aurora.com");
              const after = { __typename: "Customer", id: "c1", contacts: [saved] };
              return { updateContact: { contact: { ...saved, customer: after } } };
            },
          ],
        ],
      },
    );
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Edit e-mails and phones of Ana" }));
    await user.click(await screen.findByRole("button", { name: /^E-mail: old@aurora.com/ }));
    const field = screen.getByRole("textbox", { name: "E-mail" });
    await user.clear(field);
    await user.type(field, "mine@aurora.com{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Someone else changed this record" });
    expect(within(dialog).getByText("theirs@aurora.com")).toBeInTheDocument();
    await user.click(within(dialog).getByRole("radio", { name: /mine@aurora.com/ }));
    await user.click(within(dialog).getByRole("button", { name: "Save selection" }));
    await waitFor(() => expect(api.of("UpdateContact")).toHaveLength(2));
    expect(api.of("UpdateContact")[1]?.variables).toEqual({
      input: { id: "p1", version: 8, emails: [{ address: "mine@aurora.com", label: null }] },
    });
  });

  it("lets the person choose between two versions of a further address, with the country's name", async () => {
    const billing = (version: number, city: string) => ({
      __typename: "Address",
      id: "a1",
      version,
      kind: "BILLING",
      street: "Rua do Ouro",
      number: "7",
      complement: null,
      district: null,
      city,
      region: null,
      postalCode: null,
      country: "PT",
    });
    const api = await renderWithApi(
      <>
        <Tab customerId="c1" />
        <ConflictDialog />
      </>,
      {
        answers: [
          [
            "DetailsTab",
            () => ({
              customer: { ...customer, externalIds: [], addresses: [billing(2, "Lisboa")] },
            }),
          ],
          ["ReloadAddress", () => ({ node: billing(5, "Porto") })],
          [
            "UpdateAddress",
            ({ input }) => {
              if ((input as { version: number }).version === 2)
                throw refused("Someone saved first.", { code: "CONFLICT", changedBy: "Rui" });
              const after = { __typename: "Customer", id: "c1", addresses: [billing(6, "Faro")] };
              return { updateAddress: { customer: after } };
            },
          ],
        ],
      },
    );
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole("button", {
        name: "Billing address: Rua do Ouro, 7, Lisboa, Portugal. Edit",
      }),
    );
    const city = screen.getByRole("textbox", { name: /^City/ });
    await user.clear(city);
    await user.type(city, "Faro");
    await user.click(screen.getByRole("button", { name: "Save" }));
    const dialog = await screen.findByRole("dialog", { name: "Someone else changed this record" });
    expect(within(dialog).getByText("Rua do Ouro, 7, Porto, Portugal")).toBeInTheDocument();
    await user.click(within(dialog).getByRole("radio", { name: /Faro/ }));
    await user.click(within(dialog).getByRole("button", { name: "Save selection" }));
    await waitFor(() => expect(api.of("UpdateAddress")).toHaveLength(2));
    expect(api.of("UpdateAddress")[1]?.variables).toMatchObject({
      input: { id: "a1", version: 5, city: "Faro", country: "PT" },
    });
  });
});
