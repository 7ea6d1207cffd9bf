import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  DemoDataDocument,
  OrganisationDocument,
  RemoveDemoDataDocument,
  UpdateOrganisationDocument,
} from "../../gql/graphql.js";
import { refused } from "../../test/answering.js";
import { Component as OrganisationPage } from "./OrganisationPage.js";
import { answer, renderSettings } from "./settings.factory.js";

const settings = (changes: object = {}) => ({
  __typename: "OrganisationSettings",
  id: "o1",
  version: 3,
  timeZone: null,
  currency: null,
  name: null,
  taxId: null,
  address: null,
  refuseOverCreditLimit: false,
  ...changes,
});

const noDemo = answer(DemoDataDocument, () => ({ demoData: null }));

const choose = async (label: string, typed: string) => {
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: new RegExp(`^${label}: `) }));
  await user.keyboard(`${typed}{Enter}`);
};

describe("the organisation's settings", () => {
  it("are changed in their place by an admin, from the version that was read", async () => {
    const read = answer(OrganisationDocument, () => ({ organisation: settings() }));
    const update = answer(UpdateOrganisationDocument, ({ input }) => ({
      updateOrganisation: {
        __typename: "UpdateOrganisationPayload",
        organisation: settings({ ...input, version: 4 }),
      },
    }));
    await renderSettings(<OrganisationPage />, [read, noDemo, update]);
    await choose("Time zone", "lisbon");
    await waitFor(() =>
      expect(update.calls).toEqual([{ input: { version: 3, timeZone: "Europe/Lisbon" } }]),
    );
    await choose("Currency", "eur");
    await waitFor(() =>
      expect(update.calls.at(-1)).toEqual({ input: { version: 4, currency: "EUR" } }),
    );
  });

  it("have the name, tax ID and address that documents are printed with", async () => {
    const read = answer(OrganisationDocument, () => ({
      organisation: settings({ name: "Oficina", address: "Rua das Flores, 12\nPorto" }),
    }));
    const update = answer(UpdateOrganisationDocument, ({ input }) => ({
      updateOrganisation: {
        __typename: "UpdateOrganisationPayload",
        organisation: settings({ ...input, version: 4 }),
      },
    }));
    await renderSettings(<OrganisationPage />, [read, noDemo, update]);
    const user = userEvent.setup();
    expect(await screen.findByRole("button", { name: /^Address: Rua das Flores/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: /^Name: / }));
    await user.keyboard("Oficina Lda{Enter}");
    await waitFor(() =>
      expect(update.calls).toEqual([{ input: { version: 3, name: "Oficina Lda" } }]),
    );
  });

  it("put to an admin what another one saved in between", async () => {
    let version = 3;
    const read = answer(OrganisationDocument, () => ({
      organisation: settings({ version, currency: version === 3 ? "BRL" : "USD" }),
    }));
    const update = answer(UpdateOrganisationDocument, ({ input }) => {
      if (input.version === 3) {
        version = 4;
        throw refused("Someone changed this.", { code: "CONFLICT", changedBy: "Rui" });
      }
      return {
        updateOrganisation: {
          __typename: "UpdateOrganisationPayload",
          organisation: settings({ ...input, version: 5 }),
        },
      };
    });
    await renderSettings(<OrganisationPage />, [read, noDemo, update]);
    await choose("Currency", "eur");
    await userEvent.click(await screen.findByRole("radio", { name: /Your version/ }));
    await userEvent.click(screen.getByRole("button", { name: "Save selection" }));
    await waitFor(() =>
      expect(update.calls.at(-1)).toEqual({ input: { version: 4, currency: "EUR" } }),
    );
  });

  it("are only shown to others", async () => {
    const read = answer(OrganisationDocument, () => ({ organisation: settings() }));
    await renderSettings(<OrganisationPage />, [read], { role: "sales" });
    expect(await screen.findByText("America/Sao_Paulo")).toBeVisible();
    expect(screen.getByText("Only administrators can change these.")).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Time zone/ })).not.toBeInTheDocument();
    expect(read.calls).toEqual([]);
  });

  it("remove the example data after a confirmation that says what is kept", async () => {
    const read = answer(OrganisationDocument, () => ({ organisation: settings() }));
    const demo = answer(DemoDataDocument, () => ({
      demoData: { __typename: "DemoData", customers: 500, changed: 2, withOwnRecords: 1 },
    }));
    const remove = answer(RemoveDemoDataDocument, () => ({
      removeDemoData: { __typename: "RemoveDemoDataPayload", customers: 499, people: 8, kept: 1 },
    }));
    await renderSettings(<OrganisationPage />, [read, demo, remove]);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Remove example data" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/^497 example customers are permanently deleted/)).toBeInTheDocument();
    expect(dialog.getByText(/^1 customer to which someone added/)).toBeInTheDocument();
    expect(remove.calls).toEqual([]);
    await user.click(dialog.getByRole("checkbox", { name: /^Also remove 2 example customers/ }));
    expect(dialog.getByText(/^499 example customers are permanently deleted/)).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Remove example data" }));
    await waitFor(() => expect(remove.calls).toEqual([{ input: { includeChanged: true } }]));
  });
});
