import { screen } from "@testing-library/react";
import { renderWithApi } from "../../test/renderWithApi.js";
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
});
